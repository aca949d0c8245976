import { useEffect } from 'react';
import { isCommandId } from '../../core/commands.ts';
import { defaultSettings } from '../../core/model/default-settings.ts';
import { stateMessages } from '../../core/messages/en/state.ts';
import { activeMark, currentTarget, type Target } from '../state/app-state.ts';
import { useActions, useAppStore } from '../state/context.ts';
import { usePanelCommands } from './panel-commands.ts';
import { useCommands } from './registry.ts';
import { useTagCommands } from './tag-commands.ts';
import { isTextField } from './text-field.ts';
import { useKeys } from './use-keys.ts';

/** Answers the commands that need no place on screen, and turns keys and menu choices into commands. */
export function useAppCommands(listenToMenu: (run: (id: string) => void) => () => void): void {
  const registry = useCommands();
  const store = useAppStore();
  const actions = useActions();
  usePanelCommands();
  useTagCommands();

  useEffect(() => {
    const settings = () => store.getState().settings;
    const withTarget = (run: (target: Target) => void) => () => {
      const found = currentTarget(store.getState());
      if (found === null) actions.announce(stateMessages.nothingSelected);
      else run(found);
    };
    const resize = (by: number) => () => {
      const fontSize = Math.min(32, Math.max(13, settings().fontSize + by));
      void actions.changeSettings({ fontSize });
    };
    const current = () => store.getState().document?.entry ?? null;
    const undoIn = (run: () => Promise<void>, native: string) => () => {
      // In a text field the field's own history counts.
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else reaches that history
      if (isTextField(document.activeElement)) document.execCommand(native);
      else void run();
    };

    const removers = [
      registry.register('file.import', () => void actions.pickFiles()),
      registry.register('file.importFolder', () => void actions.pickFiles('folder')),
      registry.register('document.wholePage', () => {
        const entry = current();
        if (entry?.format !== 'html') return;
        void actions.openVariant(entry.id, entry.variant === 'page' ? 'article' : 'page');
      }),
      registry.register('document.remove', () => {
        const entry = current();
        if (entry !== null) void actions.removeDocument(entry);
      }),
      registry.register('export.markdown', () => void actions.exportMarks('markdown')),
      registry.register('export.jsonld', () => void actions.exportMarks('jsonld')),
      registry.register('export.csv', () => void actions.exportMarks('csv')),
      registry.register('edit.undo', undoIn(actions.undo, 'undo')),
      registry.register('edit.redo', undoIn(actions.redo, 'redo')),
      registry.register(
        'view.library',
        () => void actions.changeSettings({ libraryPane: !settings().libraryPane }),
      ),
      registry.register(
        'view.marks',
        () => void actions.changeSettings({ marksPane: !settings().marksPane }),
      ),
      registry.register('go.back', actions.goBack),
      registry.register('go.forward', actions.goForward),
      registry.register('view.larger', resize(1)),
      registry.register('view.smaller', resize(-1)),
      registry.register(
        'view.resetSize',
        () => void actions.changeSettings({ fontSize: defaultSettings.fontSize }),
      ),
      registry.register('view.pages', () => {
        const shown = store.getState().document?.pages?.view;
        actions.showView(shown === 'pages' ? 'text' : 'pages');
      }),
      registry.register(
        'mark.highlight',
        withTarget((found) => actions.highlight(found, settings().lastColour)),
      ),
      registry.register('mark.remove', () => {
        const found = currentTarget(store.getState());
        if (found?.kind === 'marks') actions.removeMarks(found.ids);
        else if (found?.kind === 'mark') actions.removeMark(found.id);
      }),
      registry.register('mark.next', () => actions.stepMark(1)),
      registry.register('mark.previous', () => actions.stepMark(-1)),
      registry.register('mark.cycle', actions.cycleMarks),
      registry.register('mark.nextOfTag', () => actions.stepMark(1, 'tag')),
      registry.register('mark.previousOfTag', () => actions.stepMark(-1, 'tag')),
      registry.register('mark.nextOfColour', () => actions.stepMark(1, 'colour')),
      registry.register('mark.previousOfColour', () => actions.stepMark(-1, 'colour')),
      registry.register('mark.copyWithSource', () => void actions.copyWithSource()),
      registry.register('mark.link', () => {
        const mark = activeMark(store.getState());
        if (mark === null) actions.announce(stateMessages.noActiveMark);
        else actions.showPanel('link');
      }),
      registry.register('mark.join', actions.joinMarks),
      registry.register('mark.duplicate', actions.duplicateMarks),
      registry.register('mark.colourByTag', actions.colourByTag),
    ];
    return () => {
      for (const remove of removers) remove();
    };
  }, [registry, store, actions]);

  useEffect(
    () => listenToMenu((id) => isCommandId(id) && registry.run(id)),
    [registry, listenToMenu],
  );

  useKeys();
}

import { flushSync } from 'react-dom';
import { paletteMessages as messages } from '../../core/messages/en/palette.ts';
import type { Named } from '../../core/palette/palette.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import { useCommands } from '../commands/registry.ts';
import { useActions, useAppStore } from '../state/context.ts';
import { focusText } from '../ui/focus.ts';
import type { PaletteChoice } from './palette-rows.ts';

/** Does what the chosen row means, with the palette gone and the focus back where it was. */
export function useChoose(): (row: PaletteChoice) => void {
  const registry = useCommands();
  const store = useAppStore();
  const actions = useActions();

  const toMark = ({ id, document }: Annotation): void => {
    focusText();
    if (document === store.getState().document?.entry.id) actions.goToMark(id);
    else void actions.showMark({ id, document });
  };
  const toNamed = (entry: Named): void => {
    switch (entry.kind) {
      case 'command':
        registry.run(entry.id);
        return;
      case 'document':
        focusText();
        void actions.openDocument(entry.id);
        return;
      case 'tag':
        actions.setFilter({ tag: entry.tag.id });
        // The pane of the marks comes, with the focus in its field.
        registry.run('marks.find');
        actions.announce(messages.filtered(entry.tag.name));
        return;
      case 'heading': {
        const { start, text } = entry.item;
        focusText();
        actions.travelTo({ start, end: start + text.length });
      }
    }
  };

  return (row) => {
    if (row.kind === 'named') {
      const { entry } = row.match;
      if (entry.kind === 'command' && entry.lacks !== null) return;
      actions.rememberChoice(entry.key);
      // A command acts on what has the focus: the palette must have given it back.
      flushSync(() => actions.showPanel(null));
      toNamed(entry);
    } else {
      flushSync(() => actions.showPanel(null));
      toMark(row.mark);
    }
  };
}

import { useEffect } from 'react';
import type { CommandId } from '../../core/commands.ts';
import type { Panel } from '../state/app-state.ts';
import { useActions, useAppStore } from '../state/context.ts';
import { useCommands } from './registry.ts';

const panels: readonly (readonly [CommandId, Panel])[] = [
  ['view.contents', 'contents'],
  ['view.typography', 'typography'],
  ['view.history', 'history'],
  ['view.bin', 'bin'],
  ['view.backups', 'backups'],
  ['help.keys', 'keys'],
  ['go.to', 'go-to'],
  ['view.filters', 'filters'],
  ['palette.open', 'palette'],
  ['autotag.open', 'auto-tag'],
  ['memo.document', 'memo'],
  ['memo.library', 'library-memo'],
];

/** Each panel opens and closes by its command. */
export function usePanelCommands(): void {
  const registry = useCommands();
  const store = useAppStore();
  const actions = useActions();
  useEffect(() => {
    const removers = panels.map(([id, panel]) =>
      registry.register(id, () =>
        actions.showPanel(store.getState().panel === panel ? null : panel),
      ),
    );
    const { openCodebook, openPassages, closeSheet } = actions;
    const sheet = (kind: 'codebook' | 'passages', open: () => void): (() => void) => {
      return () => (store.getState().sheet?.kind === kind ? closeSheet() : open());
    };
    removers.push(
      registry.register('codebook.import', () => void actions.previewCodebook()),
      registry.register('codebook.exportCsv', () => void actions.exportCodebook('csv')),
      registry.register('codebook.exportQdc', () => void actions.exportCodebook('qdc')),
      registry.register('view.codebook', sheet('codebook', openCodebook)),
      registry.register(
        'view.passages',
        sheet('passages', () => openPassages({ tag: store.getState().filter.tag })),
      ),
    );
    return () => {
      for (const remove of removers) remove();
    };
  }, [registry, store, actions]);
}

import { useMemo } from 'react';
import { commands } from '../../core/commands.ts';
import { lacks } from '../../core/commands/needs.ts';
import { Palette } from '../../core/palette/palette.ts';
import { useCommands } from '../commands/registry.ts';
import type { AppState } from '../state/app-state.ts';
import { useAppStore } from '../state/context.ts';

/** What the palette finds by name, as it is when the palette opens. */
export function usePalette(): Palette {
  const store = useAppStore();
  const registry = useCommands();
  return useMemo(() => {
    const state = store.getState();
    const present = presentIn(state);
    return new Palette({
      commands: commands
        .filter(({ id }) => id !== 'palette.open' && registry.has(id))
        .map(({ id, title }) => ({ id, title, lacks: lacks(id, present) })),
      documents: state.documents.filter(({ removed }) => removed === null),
      tags: state.tags,
      outline: state.document?.outline ?? [],
      recent: state.recentChoices,
      recentDocuments: Object.entries(state.places)
        .toSorted(([, a], [, b]) => (a.opened < b.opened ? 1 : -1))
        .map(([id]) => id),
      recentTags: state.recentTags,
    });
  }, [store, registry]);
}

function presentIn({ document, selection, active, history }: AppState) {
  return {
    text: document !== null,
    page: document?.entry.format === 'html',
    passage: selection !== null || active !== null,
    mark: active !== null,
    undo: history.undo !== null,
    redo: history.redo !== null,
  };
}

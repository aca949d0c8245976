import { useCallback, useEffect, useState } from 'react';
import { useActions, useApp, useAppStore } from '../state/context.ts';
import { useMedia } from '../ui/use-media.ts';

/** `over`: the window is too narrow for the pane, so it lies over the page until it has done its work. */
export type PaneState = 'beside' | 'over' | 'hidden';

export interface Panes {
  readonly library: PaneState;
  readonly marks: PaneState;
  readonly toggleLibrary: () => void;
  readonly toggleMarks: () => void;
  readonly showLibrary: () => void;
  readonly showMarks: () => void;
  readonly closeOver: () => void;
}

/** Which panes are there: the reader's choice where the window has room, else one at a time over the page. */
export function usePanes(): Panes {
  const actions = useActions();
  const store = useAppStore();
  const roomForLibrary = useMedia('(min-width: 1241px)');
  const roomForMarks = useMedia('(min-width: 861px)');
  const { libraryPane, marksPane } = useApp(({ settings }) => settings);
  const [over, setOver] = useState<'library' | 'marks' | null>(null);

  // A text that opens, or a passage that is shown, is what the pane was called for.
  useEffect(
    () =>
      store.subscribe((now, before) => {
        const opened = now.document?.entry.id !== before.document?.entry.id;
        if (opened || (now.jump !== null && now.jump !== before.jump)) setOver(null);
      }),
    [store],
  );

  const library = paneState(roomForLibrary, libraryPane, over === 'library');
  const marks = paneState(roomForMarks, marksPane, over === 'marks');
  const setLibrary = (shown: boolean): void => {
    if (roomForLibrary) void actions.changeSettings({ libraryPane: shown });
    else setOver(shown ? 'library' : null);
  };
  const setMarks = (shown: boolean): void => {
    if (roomForMarks) void actions.changeSettings({ marksPane: shown });
    else setOver(shown ? 'marks' : null);
  };
  return {
    library,
    marks,
    toggleLibrary: () => setLibrary(library === 'hidden'),
    toggleMarks: () => setMarks(marks === 'hidden'),
    showLibrary: () => library === 'hidden' && setLibrary(true),
    showMarks: () => marks === 'hidden' && setMarks(true),
    closeOver: useCallback(() => setOver(null), []),
  };
}

function paneState(room: boolean, wanted: boolean, over: boolean): PaneState {
  if (room) return wanted ? 'beside' : 'hidden';
  return over ? 'over' : 'hidden';
}

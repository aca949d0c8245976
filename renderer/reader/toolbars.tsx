import { useEffect, useState, useSyncExternalStore } from 'react';
import { shownColour } from '../../core/edit/retag.ts';
import { sameSpan, type Span } from '../../core/model/span.ts';
import { activeMark } from '../state/app-state.ts';
import { useApp, useAppStore } from '../state/context.ts';
import type { LiveText } from './live-text.ts';
import { PassageToolbar } from './passage-toolbar.tsx';

/** How long a selection made by keys must rest before its toolbar comes, ms. */
const restAfter = 160;

/** The toolbar of the selection or else of the active mark; none under a card or a drag. */
export function Toolbars({ live }: { live: LiveText }) {
  const selection = useApp((state) => state.selection);
  const active = useApp(activeMark);
  const colour = useApp((state) => state.settings.lastColour);
  const own = useApp(({ tags }) => (active === null ? colour : shownColour(active, tags)));
  const covered = useApp((state) => state.overlay !== null || state.panel !== null);
  const rested = useRested();
  const moving = useSyncExternalStore(live.handles.subscribe, () => live.handles.moving);
  if (covered || moving) return null;
  if (selection !== null) {
    if (rested === null || !sameSpan(selection, rested)) return null;
    const target = { kind: 'span', span: selection } as const;
    return <PassageToolbar live={live} span={selection} target={target} colour={colour} />;
  }
  if (active === null) return null;
  const target = { kind: 'mark', id: active.id } as const;
  return <PassageToolbar live={live} span={active.span} target={target} colour={own} />;
}

/** The selection once the pointer is up or the keys rest: nothing moves under a drag. */
function useRested(): Span | null {
  const store = useAppStore();
  const [rested, setRested] = useState<Span | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pressed = false;
    const rest = (): void => {
      setRested(store.getState().selection);
    };
    const down = (): void => {
      pressed = true;
    };
    const up = (): void => {
      pressed = false;
      // The click that ends a press may still clear the selection.
      setTimeout(rest, 0);
    };
    const stop = store.subscribe((state, before) => {
      if (state.selection === before.selection) return;
      clearTimeout(timer);
      if (!pressed) timer = setTimeout(rest, restAfter);
    });
    window.addEventListener('pointerdown', down, true);
    window.addEventListener('pointerup', up, true);
    window.addEventListener('pointercancel', up, true);
    return () => {
      stop();
      clearTimeout(timer);
      window.removeEventListener('pointerdown', down, true);
      window.removeEventListener('pointerup', up, true);
      window.removeEventListener('pointercancel', up, true);
    };
  }, [store]);
  return rested;
}

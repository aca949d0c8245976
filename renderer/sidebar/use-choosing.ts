import { useCallback, useEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import type { Annotation, AnnotationId } from '../../core/model/annotation.ts';
import { useActions, useApp, useAppStore } from '../state/context.ts';
import type { MarkItems } from './mark-items.ts';

/** Chooses several cards: with Ctrl one by one, with Shift from the last one to here, Ctrl+A all that the filter shows. */
export function useChoosing(items: MarkItems) {
  const actions = useActions();
  const store = useAppStore();
  const count = useApp(({ chosen }) => chosen.size);
  /** Where a stretch begins. */
  const anchor = useRef(0);
  // A card that is not drawn again asks for the items of now.
  const shown = useRef(items);
  useEffect(() => {
    shown.current = items;
  });

  const chooseTo = useCallback(
    async (to: number): Promise<void> => {
      const [first, last] = [Math.min(anchor.current, to), Math.max(anchor.current, to)];
      await actions.loadFound(first - shown.current.own, last - shown.current.own);
      actions.chooseMarks(marksIn(shown.current, first, last));
    },
    [actions],
  );
  const toggle = useCallback(
    (mark: Annotation, index: number): void => {
      const { chosen } = store.getState();
      anchor.current = index;
      actions.chooseMarks(
        chosen.has(mark.id) ? [...chosen].filter((id) => id !== mark.id) : [...chosen, mark.id],
      );
    },
    [actions, store],
  );
  const onPress = useCallback(
    (event: MouseEvent, mark: Annotation, index: number): boolean => {
      if (event.shiftKey) void chooseTo(index);
      else if (event.ctrlKey || event.metaKey) toggle(mark, index);
      else {
        anchor.current = index;
        actions.chooseMarks([]);
        return false;
      }
      return true;
    },
    [actions, chooseTo, toggle],
  );
  const onMove = useCallback(
    (event: KeyboardEvent, from: number, to: number): void => {
      if (!event.shiftKey) return;
      if (store.getState().chosen.size === 0) anchor.current = from;
      void chooseTo(to);
    },
    [store, chooseTo],
  );
  const onKey = useCallback(
    (event: KeyboardEvent, mark: Annotation, index: number): boolean => {
      const held = event.ctrlKey || event.metaKey;
      if (held && event.key.toLowerCase() === 'a') {
        anchor.current = 0;
        void chooseTo(shown.current.length - 1);
        return true;
      }
      if (event.key !== ' ' || !(held || event.shiftKey)) return false;
      if (event.shiftKey) void chooseTo(index);
      else toggle(mark, index);
      return true;
    },
    [chooseTo, toggle],
  );
  return { count, onPress, onMove, onKey };
}

function marksIn(items: MarkItems, first: number, last: number): AnnotationId[] {
  const ids: AnnotationId[] = [];
  for (let index = first; index <= last; index++) {
    const item = items.at(index);
    if (item?.kind === 'mark') ids.push(item.mark.id);
  }
  return ids;
}

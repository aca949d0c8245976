import { caretAt } from '../pointing.ts';
import { firstIndex, leafOf, leafSpan, pointIn, type Point } from '../points.ts';
import type { TextView } from '../text-view.ts';

/**
 * Beside and between the lines of a page there is nothing, and the browser would jump to an end of the page while the
 * pointer drags a selection over such a place. There the nearest line counts, which is put right before each frame.
 */
export function steadySelection(view: TextView): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let pointer: { readonly x: number; readonly y: number } | null = null;
  /** Where the drag began, if that was beside the lines. */
  let anchor: Point | null = null;
  let frame = 0;

  const follow = (): void => {
    const selection = document.getSelection();
    if (pointer === null || selection?.anchorNode == null) return;
    const { x, y } = pointer;
    const over = document.elementFromPoint(x, y);
    const on = over !== null && leafOf(over) !== null && view.page.contains(over);
    if (on && anchor === null) return;
    const focus = nearestPoint(view, x, y);
    const from = anchor ?? { node: selection.anchorNode, offset: selection.anchorOffset };
    if (focus === null) return;
    selection.setBaseAndExtent(from.node, from.offset, focus.node, focus.offset);
  };
  const soon = (): void => {
    cancelAnimationFrame(frame);
    if (pointer !== null) frame = requestAnimationFrame(follow);
  };
  view.page.addEventListener(
    'pointerdown',
    ({ button, target, clientX, clientY, shiftKey }) => {
      if (button !== 0 || !(target instanceof Element)) return;
      if (target.closest('button, a, [data-own-keys], .mark-handle') !== null) return;
      const beside = leafOf(target) === null && !shiftKey;
      anchor = beside ? nearestPoint(view, clientX, clientY) : null;
      pointer = { x: clientX, y: clientY };
    },
    { signal },
  );
  window.addEventListener(
    'pointermove',
    ({ clientX, clientY, buttons }) => {
      if (pointer === null || (buttons & 1) === 0) return;
      if (pointer.x === clientX && pointer.y === clientY) return;
      pointer = { x: clientX, y: clientY };
      soon();
    },
    { signal, passive: true },
  );
  // The browser scrolls by itself while the pointer is at an edge.
  view.scroller.addEventListener('scroll', soon, { signal, passive: true });
  for (const name of ['pointerup', 'pointercancel'] as const) {
    const end = (): void => {
      if (frame !== 0 && pointer !== null) follow();
      cancelAnimationFrame(frame);
      frame = 0;
      pointer = null;
      anchor = null;
    };
    // Before whoever takes what was selected.
    window.addEventListener(name, end, { signal, capture: true });
  }
  return () => {
    cancelAnimationFrame(frame);
    listening.abort();
  };
}

/** The place in the text that is nearest to a point of the window; null on a page without text. */
export function nearestPoint(view: TextView, x: number, y: number): Point | null {
  const { elements, scroller } = view;
  const room = scroller.getBoundingClientRect();
  const inY = Math.min(Math.max(y, room.top), room.bottom);
  const below = firstIndex(elements, (item) => item.getBoundingClientRect().bottom > inY);
  const leaves = view.leaves(Math.min(below, elements.length - 1));
  let best: { readonly leaf: HTMLElement; readonly box: DOMRect } | null = null;
  let least = Infinity;
  for (const leaf of leaves) {
    const box = leaf.getBoundingClientRect();
    const aside = Math.max(box.left - x, x - box.right, 0);
    const apart = Math.max(box.top - inY, inY - box.bottom, 0);
    // A line further up or down is further away than one in the next column.
    const away = aside + 3 * apart;
    if (away < least) [least, best] = [away, { leaf, box }];
  }
  if (best === null) return null;
  const { leaf, box } = best;
  const { start, end } = leafSpan(leaf);
  if (x <= box.left) return pointIn(leaf, start, 'start');
  if (x >= box.right) return pointIn(leaf, end, 'end');
  const point = caretAt(x, (box.top + box.bottom) / 2);
  return point !== null && leafOf(point.node) === leaf ? point : pointIn(leaf, start, 'start');
}

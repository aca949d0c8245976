import { characterEdge, isRightToLeft } from './end-place.ts';
import { firstIndex, leafSpan } from './points.ts';
import type { TextView } from './text-view.ts';

/** Where the caret stands in the window, px. */
export interface CaretPlace {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** The text of a block or table cell that an offset is in or at the end of; null while it is not here. */
export function leafAt(view: TextView, offset: number): HTMLElement | null {
  const leaves = view.leaves(view.sectionAt(offset));
  const index = firstIndex(leaves, (leaf) => leafSpan(leaf).start > offset) - 1;
  return leaves[index] ?? leaves[0] ?? null;
}

/** `after`: at the end of a line that goes on in the next one, where the offset has two places. */
export function caretPlace(view: TextView, offset: number, after: boolean): CaretPlace | null {
  const leaf = leafAt(view, offset);
  if (leaf === null) return null;
  const { start, end } = leafSpan(leaf);
  if ((after && offset > start) || offset >= end) return characterEdge(leaf, offset - 1, 'end');
  // A sign without a box, as a space at the end of a line: the nearest one that has one.
  return (
    characterEdge(leaf, offset, 'start') ??
    (offset > start ? characterEdge(leaf, offset - 1, 'end') : null) ??
    view.characterRect(offset)
  );
}

/** Whether the text at an offset runs from right to left: there, left is on. */
export function runsLeft(view: TextView, offset: number): boolean {
  const leaf = leafAt(view, offset);
  return leaf !== null && isRightToLeft('', leaf);
}

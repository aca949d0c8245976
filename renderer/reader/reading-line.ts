import { firstIndex, leafSpan } from './points.ts';
import type { TextView } from './text-view.ts';

/** A line may lie this much above the edge and still count as whole, px. */
const tolerance = 2;

/**
 * The offset where the first whole line at or below `y` (in the window) starts; the end of the text where none does.
 * Measures a few dozen rectangles however long the text is.
 */
export function offsetAtY(view: TextView, y: number): number {
  const { elements } = view;
  const index = firstIndex(elements, (item) => item.getBoundingClientRect().bottom > y + tolerance);
  const section = elements[index];
  if (section === undefined) return elements.length === 0 ? 0 : view.info(elements.length - 1).end;
  const info = view.info(index);
  const leaves = view.leaves(index);
  if (leaves.length === 0) {
    const box = section.getBoundingClientRect();
    const share = Math.min(Math.max((y - box.top) / Math.max(box.height, 1), 0), 1);
    return Math.round(info.start + share * (info.end - info.start));
  }
  if (view.paged) {
    // Lines of columns do not stand in one order from top to bottom; there are some dozens on a page.
    const line = leaves.find((item) => item.getBoundingClientRect().top >= y - tolerance);
    return line === undefined ? info.end : leafSpan(line).start;
  }
  const leaf =
    leaves[firstIndex(leaves, (item) => item.getBoundingClientRect().bottom > y + tolerance)];
  if (leaf === undefined) return info.end;
  const span = leafSpan(leaf);
  if (leaf.getBoundingClientRect().top >= y - tolerance) return span.start;
  let low = span.start;
  let high = span.end;
  while (low < high) {
    const middle = (low + high) >> 1;
    const top = view.characterRect(middle)?.top ?? Infinity;
    if (top >= y - tolerance) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Where in the window the line of an offset starts; an estimate while its section is not here yet. */
export function yOfOffset(view: TextView, offset: number): number {
  const picture = view.wordlessAt(offset);
  if (picture !== null) return picture.getBoundingClientRect().top;
  const rect = view.characterRect(offset) ?? view.characterRect(offset - 1);
  if (rect !== null) return rect.top;
  const index = view.sectionAt(offset);
  const info = view.info(index);
  const box = view.elements[index]?.getBoundingClientRect();
  if (box === undefined) return 0;
  const leaf = view.leaves(index).find((item) => leafSpan(item).end >= offset);
  if (leaf !== undefined) return leaf.getBoundingClientRect().top;
  return box.top + (box.height * (offset - info.start)) / Math.max(info.end - info.start, 1);
}

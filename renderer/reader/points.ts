import type { Span } from '../../core/model/span.ts';

// Offsets of the canonical text <-> points of the DOM. Every leaf (the text of a block, a table cell) carries
// `data-start` and `data-end`, and its text content is exactly that slice. What stands outside of leaves has no offset.

export interface Point {
  readonly node: Node;
  readonly offset: number;
}

/** Which way to go where an offset lies between two places: to the text that follows, or to the text before. */
export type Bias = 'start' | 'end';

export function leavesIn(root: Element): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[data-start]')];
}

export function leafSpan(leaf: HTMLElement): Span {
  return { start: Number(leaf.dataset['start']), end: Number(leaf.dataset['end']) };
}

export function leafOf(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>('[data-start]') ?? null;
}

/** The DOM's two ends of what a span covers in these leaves (in document order); null where it covers nothing. */
export function pointsOf(
  leaves: readonly HTMLElement[],
  span: Span,
): { readonly start: Point; readonly end: Point } | null {
  const first = leaves[firstIndex(leaves, (leaf) => leafSpan(leaf).end > span.start)];
  const last = leaves[firstIndex(leaves, (leaf) => leafSpan(leaf).start >= span.end) - 1];
  if (first === undefined || last === undefined) return null;
  const start = Math.max(span.start, leafSpan(first).start);
  const end = Math.min(span.end, leafSpan(last).end);
  if (start >= end) return null;
  return { start: pointIn(first, start, 'start'), end: pointIn(last, end, 'end') };
}

/** At the border of two text nodes, `start` is the beginning of the second and `end` the end of the first. */
export function pointIn(leaf: HTMLElement, offset: number, bias: Bias): Point {
  const walker = document.createTreeWalker(leaf, NodeFilter.SHOW_TEXT);
  let left = offset - leafSpan(leaf).start;
  let last: Point = { node: leaf, offset: 0 };
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (left < length || (left === length && bias === 'end')) return { node, offset: left };
    left -= length;
    last = { node, offset: length };
  }
  return last;
}

/**
 * The offset of a point. Outside of the text (a title, a margin, between blocks) it is clamped: `start` to the text
 * after the point, `end` to the text before. Null where there is no text at all.
 */
export function offsetOf(leaves: readonly HTMLElement[], point: Point, bias: Bias): number | null {
  const leaf = leafOf(point.node);
  if (leaf !== null && leaves.includes(leaf)) {
    const before = document.createRange();
    before.setStart(leaf, 0);
    before.setEnd(point.node, point.offset);
    return leafSpan(leaf).start + before.toString().length;
  }
  const range = document.createRange();
  range.setStart(point.node, point.offset);
  const next = firstIndex(leaves, (item) => range.comparePoint(item, 0) >= 0);
  const after = leaves[next];
  const before = leaves[next - 1];
  const chosen = bias === 'start' ? (after ?? before) : (before ?? after);
  if (chosen === undefined) return null;
  const { start, end } = leafSpan(chosen);
  return chosen === after ? start : end;
}

/** Index of the first item that passes, where all after it pass too; the length where none does. */
export function firstIndex<T>(items: ArrayLike<T>, passes: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && passes(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}

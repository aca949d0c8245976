import type { Span } from '../../core/model/span.ts';
import { leafSpan } from './points.ts';

/** Rectangles of the text alone: a range over whole elements would also give the boxes of those. */
export function* textRects(leaves: readonly HTMLElement[], span: Span): Generator<DOMRect> {
  const range = document.createRange();
  for (const leaf of leaves) {
    const { start, end } = leafSpan(leaf);
    if (end <= span.start || start >= span.end) continue;
    const walker = document.createTreeWalker(leaf, NodeFilter.SHOW_TEXT);
    let at = start;
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const length = node.nodeValue?.length ?? 0;
      const from = Math.max(span.start - at, 0);
      const to = Math.min(span.end - at, length);
      at += length;
      if (from >= to) continue;
      range.setStart(node, from);
      range.setEnd(node, to);
      for (const rect of range.getClientRects()) if (rect.width > 0) yield rect;
    }
  }
}

/** Whether a rectangle goes on where a line's box stands. */
export function inOneLine(line: DOMRect, rect: DOMRect): boolean {
  const shared = Math.min(line.bottom, rect.bottom) - Math.max(line.top, rect.top);
  const near = rect.left <= line.right + 2 && rect.right >= line.left - 2;
  return near && shared > Math.min(line.height, rect.height) / 2;
}

export function union(a: DOMRect, b: DOMRect): DOMRect {
  const left = Math.min(a.left, b.left);
  const top = Math.min(a.top, b.top);
  return new DOMRect(
    left,
    top,
    Math.max(a.right, b.right) - left,
    Math.max(a.bottom, b.bottom) - top,
  );
}

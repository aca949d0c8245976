import type { Span } from '../../../core/model/span.ts';

// What is registered for painting, in offsets of the text: leaves carry `data-start` and hold exactly their slice.

/** The offset of a point in a leaf; null outside of the text. */
export function offsetAt(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const leaf = element?.closest<HTMLElement>('[data-start]') ?? null;
  if (leaf === null) return null;
  const before = document.createRange();
  before.setStart(leaf, 0);
  before.setEnd(node, offset);
  return Number(leaf.dataset['start']) + before.toString().length;
}

/** The spans of the ranges of all highlights whose name passes. */
export function paintedSpans(names: RegExp): Span[] {
  const spans: Span[] = [];
  for (const [name, highlight] of CSS.highlights) {
    if (!names.test(name)) continue;
    for (const range of highlight) {
      const start = offsetAt(range.startContainer, range.startOffset);
      const end = offsetAt(range.endContainer, range.endOffset);
      if (start !== null && end !== null) spans.push({ start, end });
    }
  }
  return spans;
}

/** Whether the spans together hold every visible character of one: what lies between blocks is never painted. */
export function covers(spans: readonly Span[], { start, end }: Span): boolean {
  const sorted = spans.filter((span) => span.end > start && span.start < end);
  sorted.sort((a, b) => a.start - b.start);
  let reached = start;
  for (const span of sorted) {
    if (span.start > reached + blockGap) return false;
    reached = Math.max(reached, span.end);
  }
  return reached >= end;
}
const blockGap = 2;

/** The part of the text on screen, from the first to the last leaf that is in the viewport. */
export function visibleSpan(): Span | null {
  const scroller = document.querySelector('[data-testid="reader"]') ?? document.documentElement;
  const box = scroller.getBoundingClientRect();
  const [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)];
  const sections = [...document.querySelectorAll<HTMLElement>('[data-section], .plain')];
  const near = sections.filter((section) => meets(section, top, bottom));
  const leaves = near.flatMap((section) => [
    ...section.querySelectorAll<HTMLElement>('[data-start]'),
  ]);
  const seen = leaves.filter((leaf) => meets(leaf, top, bottom));
  const [first, last] = [seen[0], seen.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { start: Number(first.dataset['start']), end: Number(last.dataset['end']) };
}

function meets(element: Element, top: number, bottom: number): boolean {
  const box = element.getBoundingClientRect();
  return box.height > 0 && box.bottom > top && box.top < bottom;
}

/** The place in the DOM of an offset in a leaf that is there. */
export function pointAt(offset: number): { readonly node: Text; readonly offset: number } | null {
  const leaves = [...document.querySelectorAll<HTMLElement>('[data-start]')];
  let low = 0;
  let high = leaves.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Number(leaves[middle]?.dataset['end']) > offset) high = middle;
    else low = middle + 1;
  }
  const leaf = leaves[low];
  if (leaf === undefined || Number(leaf.dataset['start']) > offset) return null;
  const walker = document.createTreeWalker(leaf, NodeFilter.SHOW_TEXT);
  let left = offset - Number(leaf.dataset['start']);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    if (left < node.length) return { node, offset: left };
    left -= node.length;
  }
  return null;
}

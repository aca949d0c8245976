import type { Span } from '../../core/model/span.ts';
import { snapToGraphemes } from '../../core/text/graphemes.ts';
import type { End } from '../../core/text/mark-ends.ts';
import { firstIndex, leafSpan, pointsOf } from './points.ts';
import type { TextView } from './text-view.ts';

/** Where an end of a span stands in the window, px, and on which side of it the span is not. */
export interface EndPlace {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly outside: 'left' | 'right';
}

const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}]/u;

/**
 * The edge of a span's first or last character, as its direction has it. Null while its text is not here, and where it is
 * scrolled out of a box of its own (code, a table).
 */
export function endPlace(view: TextView, span: Span, end: End): EndPlace | null {
  const leaves = view.leaves(view.sectionAt(end === 'start' ? span.start : span.end - 1));
  const index =
    end === 'start'
      ? firstIndex(leaves, (item) => leafSpan(item).end > span.start)
      : firstIndex(leaves, (item) => leafSpan(item).start >= span.end) - 1;
  const leaf = leaves[index];
  if (leaf === undefined) return null;
  const place = characterEdge(leaf, end === 'start' ? span.start : span.end - 1, end);
  if (place === null) return null;
  const box = leaf.closest('pre, .table-box')?.getBoundingClientRect();
  if (box !== undefined && (place.x < box.left || place.x > box.right)) return null;
  return place;
}

/** The edge where the character at an offset of a leaf begins or ends. */
export function characterEdge(leaf: HTMLElement, offset: number, end: End): EndPlace | null {
  const { start, end: close } = leafSpan(leaf);
  const text = leaf.textContent;
  const at = Math.min(Math.max(offset, start), close - 1) - start;
  const character = snapToGraphemes(text, { start: at, end: at + 1 });
  const rect = rectOf(leaf, { start: character.start + start, end: character.end + start }, end);
  if (rect === null) return null;
  const backward = isRightToLeft(text.slice(character.start, character.end), leaf);
  const outside = (end === 'start') === backward ? 'right' : 'left';
  const x = outside === 'left' ? rect.left : rect.right;
  return { x, top: rect.top, bottom: rect.bottom, outside };
}

function rectOf(leaf: HTMLElement, span: Span, end: End): DOMRect | null {
  const points = pointsOf([leaf], span);
  if (points === null) return null;
  const range = document.createRange();
  range.setStart(points.start.node, points.start.offset);
  range.setEnd(points.end.node, points.end.offset);
  const rects = [...range.getClientRects()].filter(({ height }) => height > 0);
  return (end === 'start' ? rects[0] : rects.at(-1)) ?? null;
}

export function isRightToLeft(character: string, leaf: HTMLElement): boolean {
  if (rightToLeft.test(character)) return true;
  return !/[\p{L}\p{N}]/u.test(character) && getComputedStyle(leaf).direction === 'rtl';
}

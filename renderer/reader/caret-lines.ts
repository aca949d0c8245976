import type { Span } from '../../core/model/span.ts';
import { segments } from '../../core/text/segment.ts';
import { leafAt } from './caret-place.ts';
import { isRightToLeft } from './end-place.ts';
import { leafSpan } from './points.ts';
import type { TextView } from './text-view.ts';

/** Blocks and cells that are looked at for the next line. */
const mostLeaves = 400;
/** Characters of a line that are measured at once; a longer one is first measured here and there. */
const mostMeasured = 256;

/** The line of a leaf that an offset stands in, as it is laid out now; at a place where a line breaks, the later one. */
export function lineAt(view: TextView, offset: number): Span | null {
  const leaf = leafAt(view, offset);
  if (leaf === null) return null;
  const { start, end } = leafSpan(leaf);
  const at = Math.min(Math.max(offset, start), end - 1);
  const here = view.characterRect(at);
  if (here === null) return null;
  const middle = (index: number): number => {
    const rect = index < end ? view.characterRect(index) : null;
    return rect === null ? Infinity : (rect.top + rect.bottom) / 2;
  };
  const first = search(start, at, (index) => middle(index) > here.top);
  const last = search(at + 1, end, (index) => middle(index) >= here.bottom);
  return { start: first, end: last };
}

/**
 * The place nearest to `x` in the line above or below an offset. Null at the first and the last line of what is here;
 * `missing`, where the text goes on there but has not come yet.
 */
export function verticalStep(
  view: TextView,
  offset: number,
  x: number,
  by: 1 | -1,
): number | 'missing' | null {
  const line = lineAt(view, offset);
  const leaf = leafAt(view, offset);
  if (line === null || leaf === null) return null;
  const { start, end } = leafSpan(leaf);
  if (by === 1 && line.end < end) return nearestTo(view, line.end, x);
  if (by === -1 && line.start > start) return nearestTo(view, line.start - 1, x);
  const next = nextLeaf(view, leaf, x, by);
  if (next === null || next === 'missing') return next;
  const span = leafSpan(next);
  return nearestTo(view, by === 1 ? span.start : span.end - 1, x);
}

/** The place nearest to `x` in the line of an offset. */
export function nearestTo(view: TextView, offset: number, x: number): number {
  const line = lineAt(view, offset);
  const leaf = leafAt(view, offset);
  if (line === null || leaf === null) return offset;
  const { start, end } = leafSpan(leaf);
  const text = leaf.textContent.slice(line.start - start, line.end - start);
  const stops = [...segments(text, 'grapheme')].map((piece) => piece.index + line.start);
  // The end of a line that breaks is the start of the next one.
  if (line.end === end) stops.push(end);
  const away = (stop: number): number => {
    const at = stop === end ? end - 1 : stop;
    const rect = view.range({ start: at, end: at + 1 })?.getClientRects()[0];
    if (rect === undefined) return Infinity;
    const sign = text.slice(at - line.start, at - line.start + 1);
    const leading = isRightToLeft(sign, leaf) ? rect.right : rect.left;
    return Math.abs((stop === end ? rect.left + rect.right - leading : leading) - x);
  };
  const every = Math.ceil(stops.length / mostMeasured);
  const coarse = least(stops, 0, stops.length, every, away);
  if (every === 1) return stops[coarse] ?? offset;
  return stops[least(stops, coarse - every, coarse + every, 1, away)] ?? offset;
}

function least(
  stops: readonly number[],
  from: number,
  to: number,
  every: number,
  away: (stop: number) => number,
): number {
  let [best, distance] = [0, Infinity];
  for (let index = Math.max(from, 0); index < Math.min(to, stops.length); index += every) {
    const found = away(stops[index] ?? 0);
    if (found < distance) [best, distance] = [index, found];
  }
  return best;
}

/** The block or cell that stands below or above; of cells in one row the one at `x`. */
function nextLeaf(
  view: TextView,
  from: HTMLElement,
  x: number,
  by: 1 | -1,
): HTMLElement | 'missing' | null {
  const box = from.getBoundingClientRect();
  let best: { readonly leaf: HTMLElement; readonly box: DOMRect } | null = null;
  let looked = 0;
  for (const leaf of leavesFrom(view, from, by)) {
    if (leaf === 'missing') return best?.leaf ?? 'missing';
    const { start, end } = leafSpan(leaf);
    if (start === end) continue;
    const other = leaf.getBoundingClientRect();
    const below = by === 1 ? other.top >= box.bottom - 4 : other.bottom <= box.top + 4;
    // From the foot of a column the text goes on at the head of the next one.
    const beyond = view.paged ? !inRow(box, other) : below;
    if (beyond && best !== null && !inRow(best.box, other)) break;
    if (beyond && (best === null || distance(other, x) < distance(best.box, x))) {
      best = { leaf, box: other };
    }
    if (++looked > mostLeaves) break;
  }
  return best?.leaf ?? null;
}

function* leavesFrom(
  view: TextView,
  from: HTMLElement,
  by: 1 | -1,
): Generator<HTMLElement | 'missing'> {
  const first = view.sectionAt(leafSpan(from).start);
  for (let section = first; section >= 0 && section < view.elements.length; section += by) {
    const leaves = view.leaves(section);
    const at = section === first ? leaves.indexOf(from) : by === 1 ? -1 : leaves.length;
    for (let index = at + by; index >= 0 && index < leaves.length; index += by) {
      const leaf = leaves[index];
      if (leaf !== undefined) yield leaf;
    }
    const { start, end } = view.info(section);
    if (leaves.length === 0 && end > start) yield 'missing';
  }
}

function inRow(a: DOMRect, b: DOMRect): boolean {
  return Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;
}

function distance(box: DOMRect, x: number): number {
  return Math.max(box.left - x, x - box.right, 0);
}

/** The least number from `low` that passes, where all after it pass too; `high` where none does. */
function search(low: number, high: number, passes: (index: number) => boolean): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (passes(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}

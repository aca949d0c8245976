import { spansOverlap, type Span } from '../model/span.ts';
import { groupAt, sectionsOver } from './caret-groups.ts';
import {
  blockIndex,
  leavesFrom,
  passagesFrom,
  type CaretPage,
  type CaretStep,
  type CaretUnit,
} from './caret-page.ts';
import { unitsOver } from './caret-units.ts';
import { seekEdge } from './caret.ts';

/**
 * The unit at an offset: the one that the offset is in or at the start of, else the one that ends there. Of sections
 * the innermost. Null where there is none, as between two words.
 */
export function unitAt(page: CaretPage, offset: number, unit: CaretUnit): Span | null {
  return (
    unitOver(page, { start: offset, end: offset + 1 }, unit) ??
    (offset > 0 ? unitOver(page, { start: offset - 1, end: offset }, unit) : null)
  );
}

/**
 * The next larger thing around a span: its sentences, then its paragraphs, its whole lists and tables, its sections.
 * An empty span is a caret. Null where the page has nothing larger.
 */
export function expandSpan(page: CaretPage, span: Span): Span | null {
  for (const larger of around(page, span)) if (isLarger(larger, span)) return larger;
  return null;
}

/** The largest thing smaller than a span that expanding from a caret at `offset` comes to; null back at the caret. */
export function shrinkSpan(page: CaretPage, span: Span, offset: number): Span | null {
  let smaller: Span | null = null;
  let next = expandSpan(page, { start: offset, end: offset });
  while (next !== null && isLarger(span, next)) {
    smaller = next;
    next = expandSpan(page, next);
  }
  return smaller;
}

/** Moves one end of a selection or mark by a unit; null where it would meet the other end, or the page ends. */
export function moveEdge(
  page: CaretPage,
  span: Span,
  side: keyof Span,
  unit: CaretUnit,
  by: CaretStep,
): Span | null {
  const at = seekEdge(page, span[side], unit, side, by);
  if (at === null) return null;
  const moved = { ...span, [side]: at };
  return moved.start < moved.end ? moved : null;
}

const ladder = ['sentence', 'paragraph', 'block'] as const;

function* around(page: CaretPage, span: Span): Generator<Span> {
  for (const unit of ladder) {
    const larger =
      span.start === span.end ? unitAt(page, span.start, unit) : unitOver(page, span, unit);
    if (larger !== null) yield union(larger, span);
  }
  for (const section of sectionsOver(page, span.start)) yield union(section, span);
}

/** All units of one kind that a span touches, as one. */
function unitOver(page: CaretPage, span: Span, unit: CaretUnit): Span | null {
  switch (unit) {
    case 'character':
    case 'word':
    case 'sentence': {
      let whole: Span | null = null;
      for (const passage of passagesFrom(page, span.start)) {
        if (passage.start >= span.end) break;
        const part = unitsOver(passage, clip(span, passage), unit, page.language);
        if (part !== null) whole = whole === null ? part : union(whole, part);
      }
      return whole;
    }
    case 'paragraph': {
      let whole: Span | null = null;
      for (const leaf of leavesFrom(page, blockIndex(page.blocks, span.start))) {
        if (leaf.start >= span.end) break;
        if (spansOverlap(leaf, span)) whole = whole === null ? leaf : union(whole, leaf);
      }
      return whole === null ? null : { start: whole.start, end: whole.end };
    }
    case 'block': {
      const [first, last] = [groupAt(page, span.start), groupAt(page, span.end - 1)];
      if (first === null || last === null || !spansOverlap(union(first, last), span)) return null;
      return union(first, last);
    }
    case 'heading': {
      const [section] = sectionsOver(page, span.start);
      return section !== undefined && spansOverlap(section, span) ? section : null;
    }
  }
}

function clip(span: Span, within: Span): Span {
  return { start: Math.max(span.start, within.start), end: Math.min(span.end, within.end) };
}

function union(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

function isLarger(a: Span, b: Span): boolean {
  return a.start <= b.start && a.end >= b.end && a.end - a.start > b.end - b.start;
}

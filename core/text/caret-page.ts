import type { Block } from '../model/block.ts';
import type { Span } from '../model/span.ts';
import { snapToGraphemes } from './graphemes.ts';

/** A paragraph is the text of one block or table cell; a block may also be a whole list or table. */
export const caretUnits = [
  'character',
  'word',
  'sentence',
  'paragraph',
  'block',
  'heading',
] as const;
export type CaretUnit = (typeof caretUnits)[number];
export type CaretStep = 1 | -1;

/** A text, or a window of whole blocks of it, that a caret moves in. All offsets are those of the whole text. */
export interface CaretPage {
  /** Where `text` begins in the whole text. */
  readonly start: number;
  readonly text: string;
  /** Length of the whole text. */
  readonly length: number;
  /** The blocks of `text`, in their order. */
  readonly blocks: readonly Block[];
  readonly language?: string | undefined;
}

/** Something to segment: the text of a block or table cell, or a part of a very long one. Nothing goes past it. */
export interface Passage extends Span {
  readonly text: string;
}

/** The passages that end after an offset, in reading order; made one by one as they are asked for. */
export function* passagesFrom(page: CaretPage, offset: number): Generator<Passage> {
  for (let index = blockIndex(page.blocks, offset); index < page.blocks.length; index++) {
    for (const leaf of leavesAt(page, index)) {
      if (leaf.end > offset) yield* partsOf(page, leaf).filter((part) => part.end > offset);
    }
  }
}

/** The passages that start before an offset, the last one first. */
export function* passagesBefore(page: CaretPage, offset: number): Generator<Passage> {
  for (let index = blockIndex(page.blocks, offset); index >= 0; index--) {
    for (const leaf of leavesAt(page, index).toReversed()) {
      if (leaf.start >= offset) continue;
      yield* partsOf(page, leaf)
        .filter((part) => part.start < offset)
        .reverse();
    }
  }
}

/** Blocks and table cells with something in them, one after the other from a block on. */
export function* leavesFrom(page: CaretPage, index: number): Generator<Span> {
  for (let at = index; at < page.blocks.length; at++) yield* leavesAt(page, at);
}

/** Blocks and table cells with something in them, backwards from a block on. */
export function* leavesBefore(page: CaretPage, index: number): Generator<Span> {
  for (let at = index; at >= 0; at--) yield* leavesAt(page, at).toReversed();
}

/** The last block that starts at or before an offset; the first one where none does. */
export function blockIndex(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.start ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

export function holdsStart(page: CaretPage): boolean {
  return page.start === 0;
}

export function holdsEnd(page: CaretPage): boolean {
  return page.start + page.text.length >= page.length;
}

function leavesAt(page: CaretPage, index: number): Span[] {
  const block = page.blocks[index];
  const leaves: readonly Span[] =
    block === undefined ? [] : block.kind === 'table' ? block.rows.flat() : [block];
  return leaves.filter((leaf) => leaf.end > leaf.start);
}

const longest = 16_384;
const atLeast = 8_192;

/** A block without an end in sight is taken in parts that are always the same, so that a move costs the same anywhere. */
function partsOf({ text, start }: CaretPage, leaf: Span): Passage[] {
  const parts: Passage[] = [];
  let from = leaf.start;
  while (leaf.end - from > longest) {
    const to = from + atLeast + cutOf(text.slice(from - start + atLeast, from - start + longest));
    parts.push({ start: from, end: to, text: text.slice(from - start, to - start) });
    from = to;
  }
  parts.push({ start: from, end: leaf.end, text: text.slice(from - start, leaf.end - start) });
  return parts;
}

/** Where to cut: after a sentence or, with none, a line, a word or at least a character. */
function cutOf(stretch: string): number {
  for (const pattern of [/[.!?。！？।][\p{Pe}\p{Pf}"']*(?:\s+|(?=\p{Lo}))/u, /\n/, /\s+/]) {
    const found = pattern.exec(stretch);
    const end = found === null ? 0 : found.index + found[0].length;
    // A space that a mark stands on is a letter, not a gap.
    if (end > 0 && end < stretch.length && isBoundary(stretch, end)) return end;
  }
  const middle = Math.floor(stretch.length / 2);
  const { end } = snapToGraphemes(stretch, { start: middle, end: middle });
  return end;
}

function isBoundary(text: string, offset: number): boolean {
  return snapToGraphemes(text, { start: offset, end: offset }).start === offset;
}

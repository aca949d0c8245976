import type { Span } from '../model/span.ts';
import {
  blockIndex,
  leavesBefore,
  leavesFrom,
  type CaretPage,
  type CaretStep,
} from './caret-page.ts';

/** The nearest start (or end) of a block, table or whole list. */
export function groupEdge(
  page: CaretPage,
  offset: number,
  side: keyof Span,
  by: CaretStep,
): number | null {
  for (let index = blockIndex(page.blocks, offset); page.blocks[index] !== undefined;) {
    const range = groupRange(page, index);
    const group = textOf(page, range);
    if (group !== null && (group[side] - offset) * by > 0) return group[side];
    index = by === 1 ? range.end : range.start - 1;
  }
  return null;
}

/** The block, table or list at an offset; the one before it in the gap between two. */
export function groupAt(page: CaretPage, offset: number): Span | null {
  const index = blockIndex(page.blocks, offset);
  return page.blocks[index] === undefined ? null : textOf(page, groupRange(page, index));
}

/** The nearest start (or end) of a heading. */
export function sectionEdge(
  { blocks }: CaretPage,
  offset: number,
  side: keyof Span,
  by: CaretStep,
): number | null {
  for (let at = blockIndex(blocks, offset); ; at += by) {
    const block = blocks[at];
    if (block === undefined) return null;
    if (block.kind !== 'heading' || block.end === block.start) continue;
    if ((block[side] - offset) * by > 0) return block[side];
  }
}

/** The sections that a block is in, innermost first: each from its heading to the next one of its rank. */
export function* sectionsOver({ blocks }: CaretPage, offset: number): Generator<Span> {
  let level = Infinity;
  for (let index = blockIndex(blocks, offset); index >= 0; index--) {
    const block = blocks[index];
    if (block?.kind !== 'heading' || block.level >= level) continue;
    level = block.level;
    const rank = level;
    const next = blocks.findIndex(
      (other, at) => at > index && other.kind === 'heading' && other.level <= rank,
    );
    const last = next === -1 ? blocks.length - 1 : next - 1;
    yield { start: block.start, end: blocks[last]?.end ?? block.end };
  }
}

/** Indexes of the blocks that make one list, or of the one block; half-open. */
function groupRange({ blocks }: CaretPage, index: number): Span {
  let [start, end] = [index, index + 1];
  if (blocks[index]?.list == null) return { start, end };
  while (blocks[start - 1]?.list != null) start -= 1;
  while (blocks[end]?.list != null) end += 1;
  return { start, end };
}

/** What blocks have in them, without the empty cells at their ends; null where there is nothing. */
function textOf(page: CaretPage, { start, end }: Span): Span | null {
  const first = leavesFrom(page, start).next();
  const last = leavesBefore(page, end - 1).next();
  if (first.done === true || last.done === true) return null;
  return first.value.start < last.value.end
    ? { start: first.value.start, end: last.value.end }
    : null;
}

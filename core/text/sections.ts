import type { Block } from '../model/block.ts';
import type { Span } from '../model/span.ts';

/** A run of blocks drawn, painted and sent to the window as one; sections cover all blocks without a gap. */
export interface Section extends Span {
  /** Blocks `[from, to)` of the document. */
  readonly from: number;
  readonly to: number;
}

const mostBlocks = 40;
const mostCharacters = 12_000;
const fewestBlocks = 10;

/** Cuts where a chapter starts once a section has some length, else after 80 blocks or 24,000 characters. */
export function cutSections(blocks: readonly Block[], textLength: number): Section[] {
  const cuts: number[] = [0];
  let from = 0;
  blocks.forEach((block, index) => {
    if (index === from) return;
    const count = index - from;
    const characters = block.start - (blocks[from]?.start ?? 0);
    const chapter = block.kind === 'heading' && block.level <= 2 && count >= fewestBlocks;
    if (chapter || count >= mostBlocks || characters >= mostCharacters) {
      cuts.push(index);
      from = index;
    }
  });
  return cuts.map((start, index) => {
    const to = cuts[index + 1] ?? blocks.length;
    return {
      from: start,
      to,
      start: index === 0 ? 0 : (blocks[start]?.start ?? 0),
      end: blocks[to]?.start ?? textLength,
    };
  });
}

/** The index of the section that holds an offset; the last one for offsets at or past the end. */
export function sectionAt(sections: readonly Span[], offset: number): number {
  let low = 0;
  let high = sections.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sections[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

import type { Block, Picture } from '../model/block.ts';
import type { Span } from '../model/span.ts';

/** A run of blocks drawn, painted and sent to the window as one; sections cover all blocks without a gap. */
export interface Section extends Span {
  /** Blocks `[from, to)` of the document. */
  readonly from: number;
  readonly to: number;
  /** About how high the pictures in it stand together, CSS px. */
  readonly pictures: number;
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
      pictures: blocks.slice(start, to).reduce((sum, block) => sum + picturesIn(block), 0),
    };
  });
}

/** A usual measure and window: the browser takes its own, this is for the height of what is not laid out yet. */
const usual = { width: 600, height: 720 };

function picturesIn(block: Block): number {
  if (block.kind === 'image') return block.picture === undefined ? 0 : heightOf(block.picture);
  if (block.kind !== 'paragraph' && block.kind !== 'heading') return 0;
  let height = 0;
  for (const inline of block.inlines) {
    if (inline.kind === 'picture') height = Math.max(height, heightOf(inline.picture));
  }
  return height;
}

function heightOf({ width, height }: Picture): number {
  const scale = Math.min(1, usual.width / width, usual.height / height);
  return Math.round(height * scale);
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

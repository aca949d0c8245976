import type { DraftBlock } from '../../core/text/draft.ts';

/** How many blocks after an image may hold its caption; other images of the same group do not count. */
const reach = 2;
const farthest = 64;
const enough = 0.7;

/** Leaves out the words of images whose caption says the same again: the reader would read it twice. */
export function dropCaptionedImages(blocks: readonly DraftBlock[]): readonly DraftBlock[] {
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'image' || !isCaptioned(block.text, blocks, index)) return [block];
    const seen = block.picture !== undefined || block.anchors !== undefined;
    return seen ? [{ ...block, text: '' }] : [];
  });
}

function isCaptioned(words: string, blocks: readonly DraftBlock[], index: number): boolean {
  let seen = 0;
  const last = Math.min(index + farthest, blocks.length - 1);
  for (let next = index + 1; seen < reach && next <= last; next += 1) {
    const caption = blocks[next];
    if (caption?.kind === 'image') continue;
    if (caption?.kind === 'paragraph' && says(caption.text, words)) return true;
    seen += 1;
  }
  return false;
}

function says(caption: string, alternative: string): boolean {
  const wanted = wordsOf(alternative);
  const found = new Set(wordsOf(caption));
  const shared = wanted.filter((word) => found.has(word)).length;
  return wanted.length > 0 && shared >= wanted.length * enough;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

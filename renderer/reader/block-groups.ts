import type { Block } from '../../core/model/block.ts';

/** Blocks as they nest on the page: quotations hold blocks, lists hold items, items hold blocks. */
export type Group =
  | { readonly kind: 'block'; readonly block: Block }
  | { readonly kind: 'quote'; readonly start: number; readonly groups: readonly Group[] }
  | { readonly kind: 'list'; readonly start: number; readonly items: readonly ListItem[] };

export interface ListItem {
  readonly depth: number;
  readonly marker: string | null;
  readonly blocks: readonly Block[];
}

/** Neighbours in one quotation or one list come together. */
export function groupBlocks(blocks: readonly Block[], quote = 0): Group[] {
  const groups: Group[] = [];
  for (let index = 0; index < blocks.length;) {
    const block = blocks[index];
    if (block === undefined) break;
    if (block.quote > quote) {
      const run = runOf(blocks, index, (other) => other.quote > quote);
      groups.push({ kind: 'quote', start: block.start, groups: groupBlocks(run, quote + 1) });
      index += run.length;
    } else if (block.list !== null) {
      const run = runOf(blocks, index, (other) => other.list !== null && other.quote === quote);
      groups.push({ kind: 'list', start: block.start, items: itemsOf(run) });
      index += run.length;
    } else {
      groups.push({ kind: 'block', block });
      index += 1;
    }
  }
  return groups;
}

function runOf(blocks: readonly Block[], from: number, belongs: (block: Block) => boolean) {
  const end = blocks.findIndex((block, index) => index > from && !belongs(block));
  return blocks.slice(from, end === -1 ? blocks.length : end);
}

function itemsOf(blocks: readonly Block[]): ListItem[] {
  const items: { depth: number; marker: string | null; blocks: Block[] }[] = [];
  for (const block of blocks) {
    const { depth, marker } = block.list ?? { depth: 1, marker: null };
    const last = items.at(-1);
    if (marker === null && last?.depth === depth) last.blocks.push(block);
    else items.push({ depth, marker, blocks: [block] });
  }
  return items;
}

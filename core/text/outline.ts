import type { Block } from '../model/block.ts';

export interface OutlineItem {
  readonly level: number;
  readonly text: string;
  readonly start: number;
}

/** The headings with something in them, in reading order. */
export function outline(blocks: readonly Block[], text: string): OutlineItem[] {
  return blocks.flatMap((block) =>
    block.kind === 'heading' && block.end > block.start
      ? [{ level: block.level, text: text.slice(block.start, block.end), start: block.start }]
      : [],
  );
}

/** The headings above an offset, outermost first: a heading hides those of its own level and deeper before it. */
export function headingPath(items: readonly OutlineItem[], offset: number): OutlineItem[] {
  const path: OutlineItem[] = [];
  for (const item of items) {
    if (item.start > offset) break;
    while ((path.at(-1)?.level ?? 0) >= item.level) path.pop();
    path.push(item);
  }
  return path;
}

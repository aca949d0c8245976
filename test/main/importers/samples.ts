import type { Block } from '../../../core/model/block.ts';
import type { DocumentContent } from '../../../core/model/document.ts';
import { parseSource } from '../../../main/importers/parse-source.ts';

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The document that a source becomes, read in this thread; fails the test where it becomes none. */
export async function imported(
  source: string | Uint8Array,
  name: string,
  variant: DocumentContent['variant'] = 'page',
): Promise<DocumentContent> {
  const bytes = typeof source === 'string' ? bytesOf(source) : source;
  const result = await parseSource(bytes, name, { variant });
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value.content;
}

/** One line to a block: kind, place and text, for comparison. */
export function outlineOf(content: DocumentContent): string[] {
  return content.blocks.map((block) => describe(block, content.text));
}

function describe(block: Block, text: string): string {
  const quote = '>'.repeat(block.quote);
  const list = block.list === null ? '' : `${block.list.depth}${block.list.marker ?? '·'}`;
  const kind = block.kind === 'heading' ? `h${block.level}` : block.kind;
  return [quote, list, kind, text.slice(block.start, block.end)]
    .filter((part) => part !== '')
    .join(' ');
}

/** Links and styles with the text they cover. */
export function inlinesOf(content: DocumentContent): string[] {
  return content.blocks.flatMap((block) => {
    const inlines =
      block.kind === 'table'
        ? block.rows.flatMap((row) => row.flatMap((cell) => cell.inlines))
        : 'inlines' in block
          ? block.inlines
          : [];
    return inlines.map((inline) => {
      const covered = content.text.slice(inline.start, inline.end);
      switch (inline.kind) {
        case 'link':
          return `${inline.href}: ${covered}`;
        case 'style':
          return `${inline.style}: ${covered}`;
        case 'jump':
          return `→ ${content.text.slice(inline.target, inline.target + 20)}: ${covered}`;
        case 'picture':
          return `${inline.picture.file}: ${inline.alternative}`;
      }
    });
  });
}

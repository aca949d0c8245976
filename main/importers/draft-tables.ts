import type { DraftAnchor, DraftBlock, DraftCell, DraftInline } from '../../core/text/draft.ts';
import { mostTableCells } from './limits.ts';

/** A cell as blocks, before it is known whether the table is one. */
export interface CellBlocks {
  readonly header: boolean;
  readonly blocks: readonly DraftBlock[];
}
export const emptyCell: CellBlocks = { header: false, blocks: [] };

/** In UTF-16 units: a longer cell is a text of its own. */
const longestCell = 1500;

type Context = Pick<DraftBlock, 'quote' | 'list'>;
type Row = readonly CellBlocks[];

/**
 * The blocks of a table: itself, in parts where it is very long; or what its cells hold, one after the other, where it
 * only places things on the page.
 */
export function tableBlocks(rows: readonly Row[], context: Context): DraftBlock[] {
  const filled = rows.filter((row) => row.length > 0);
  if (isLayout(filled)) return filled.flatMap((row) => row.flatMap(({ blocks }) => blocks));
  const parts: Row[][] = [];
  let count = 0;
  for (const row of filled) {
    const part = parts.at(-1);
    if (part === undefined || count + row.length > mostTableCells) {
      parts.push([row]);
      count = row.length;
    } else {
      part.push(row);
      count += row.length;
    }
  }
  return parts.map((part) => tableBlock(part, context));
}

function isLayout(rows: readonly Row[]): boolean {
  if (rows.every((row) => row.length <= 1)) return true;
  if (rows.some((row) => row.length > mostTableCells)) return true;
  let words = false;
  for (const row of rows) {
    for (const { blocks } of row) {
      let length = 0;
      for (const block of blocks) {
        if (block.kind === 'table' || block.kind === 'heading' || block.kind === 'code')
          return true;
        length += wordsOf(block).length;
      }
      if (length > longestCell) return true;
      words ||= length > 0;
    }
  }
  return !words;
}

function tableBlock(rows: readonly Row[], context: Context): DraftBlock {
  const anchors: DraftAnchor[] = [];
  let length = 0;
  // As compose.ts strings it: a tab between cells, a line end between rows.
  const cells = rows.map((row) =>
    row.map((cell): DraftCell => {
      const line = cellLine(cell.blocks);
      for (const { name, at } of line.anchors) anchors.push({ name, at: length + at });
      length += line.text.length + 1;
      return { text: line.text, inlines: line.inlines, header: cell.header };
    }),
  );
  return { kind: 'table', rows: cells, ...context, ...(anchors.length > 0 && { anchors }) };
}

/** The blocks of a cell as one line, a space between them. */
function cellLine(blocks: readonly DraftBlock[]): {
  readonly text: string;
  readonly inlines: readonly DraftInline[];
  readonly anchors: readonly DraftAnchor[];
} {
  let text = '';
  const inlines: DraftInline[] = [];
  const anchors: DraftAnchor[] = [];
  for (const block of blocks) {
    const words = wordsOf(block);
    if (text !== '' && words !== '') text += ' ';
    const by = text.length;
    text += words.replace(/[\n\t]/g, ' ');
    if (block.kind === 'image' && block.picture !== undefined) {
      const { picture } = block;
      inlines.push({ kind: 'picture', picture, alternative: block.text, start: by, end: by });
    }
    if ('inlines' in block) {
      for (const inline of block.inlines) {
        inlines.push({ ...inline, start: inline.start + by, end: inline.end + by });
      }
    }
    for (const { name, at } of block.anchors ?? []) anchors.push({ name, at: at + by });
  }
  return { text, inlines, anchors };
}

/** What a block adds to the text of a cell: a picture that stands in it says its words by itself. */
function wordsOf(block: DraftBlock): string {
  if (block.kind === 'rule' || block.kind === 'table') return '';
  return block.kind === 'image' && block.picture !== undefined ? '' : block.text;
}

import { assertNever } from '../../core/assert-never.ts';
import { readerMessages } from '../../core/messages/en/reader.ts';
import type { Block, TableCell } from '../../core/model/block.ts';
import type { DocumentId } from '../../core/model/document.ts';
import { cueTime } from './cue-time.ts';
import { drawInlines } from './draw-inlines.ts';
import { drawPicture } from './draw-picture.ts';
import { element } from './element.ts';

/** The section's text and the offset where it starts, and whose pictures are in it. */
export interface SectionText {
  readonly document: DocumentId;
  readonly text: string;
  readonly start: number;
}

type Leaf = Pick<Block, 'start' | 'end'>;

/** One block. Elements with `data-start` are the leaves that points.ts counts in: nothing but canonical text in them. */
export function drawBlock(block: Block, source: SectionText): HTMLElement {
  const text = sliceOf(block, source);
  switch (block.kind) {
    case 'heading':
      return element(
        `h${Math.min(Math.max(block.level, 1), 6)}`,
        leafAttributes(block),
        ...drawInlines(source.document, text, block.start, block.inlines),
      );
    case 'paragraph':
      return element(
        'p',
        {
          ...leafAttributes(block),
          'data-time': block.cue?.seconds == null ? undefined : cueTime(block.cue.seconds),
          'data-lines': /[\n\t]|^ | {2}/.test(text) ? 'true' : undefined,
        },
        ...drawInlines(source.document, text, block.start, block.inlines),
      );
    case 'code':
      return element(
        'pre',
        { tabindex: 0, 'aria-label': readerMessages.code(block.language), role: 'group' },
        element('code', { ...leafAttributes(block), dir: 'ltr', translate: 'no' }, text),
      );
    case 'table':
      return drawTable(block.rows, source);
    case 'rule':
      return element('hr', {});
    case 'image':
      return drawImage(block, text, source.document);
    default:
      return assertNever(block);
  }
}

/** With words below it, the picture itself says nothing; without any, the figure is the place in the text. */
function drawImage(
  block: Extract<Block, { kind: 'image' }>,
  text: string,
  document: DocumentId,
): HTMLElement {
  const { picture } = block;
  const label = { 'aria-label': readerMessages.image };
  if (picture === undefined) {
    return element('figure', label, element('span', leafAttributes(block), text));
  }
  const drawn = drawPicture(document, picture, '');
  const look = { ...label, class: 'pictured' };
  return text === ''
    ? element('figure', { ...look, ...leafAttributes(block) }, drawn)
    : element('figure', look, drawn, element('span', leafAttributes(block), text));
}

function drawTable(rows: readonly (readonly TableCell[])[], source: SectionText): HTMLElement {
  const drawCell = (cell: TableCell): HTMLElement =>
    element(
      cell.header ? 'th' : 'td',
      leafAttributes(cell),
      ...drawInlines(source.document, sliceOf(cell, source), cell.start, cell.inlines),
    );
  const body = rows.map((row) => element('tr', {}, ...row.map(drawCell)));
  return element(
    'div',
    { class: 'table-box', role: 'group', 'aria-label': readerMessages.table, tabindex: 0 },
    element('table', {}, element('tbody', {}, ...body)),
  );
}

function leafAttributes({ start, end }: Leaf) {
  return { 'data-start': start, 'data-end': end, dir: 'auto' };
}

function sliceOf({ start, end }: Leaf, source: SectionText): string {
  return source.text.slice(start - source.start, end - source.start);
}

import { assertNever } from '../assert-never.ts';
import type { Block, Inline, TableCell } from '../model/block.ts';
import type { DraftBlock, DraftCell, DraftInline, DraftText } from './draft.ts';

/**
 * The canonical text and the blocks that lie on it. Blocks stand apart by an empty line, neighbours in one list by a
 * line end, table rows by a line end and cells by a tab; rules have no text. Every block's text is exactly its slice.
 * Blocks with nothing to read are left out, rules excepted.
 */
export function composeText(drafts: readonly DraftBlock[]): { text: string; blocks: Block[] } {
  const parts: string[] = [];
  const blocks: Block[] = [];
  let length = 0;
  let previous: DraftBlock | null = null;

  const append = (piece: string): number => {
    const start = length;
    parts.push(piece);
    length += piece.length;
    return start;
  };

  for (const raw of drafts) {
    const draft = cleanDraft(raw);
    if (draft === null) continue;
    if (draft.kind !== 'rule') {
      if (previous !== null) append(separator(previous, draft));
      previous = draft;
    }
    blocks.push(place(draft, append, length));
  }
  return { text: parts.join(''), blocks };
}

/**
 * What a canonical text may not hold: line ends other than LF, control characters, byte order marks, halves of
 * surrogate pairs. Only CR LF and the marks change the length.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\ufeff/g, '')
    .replace(controls, ' ')
    .toWellFormed();
}
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;

function separator(previous: DraftBlock, next: DraftBlock): string {
  return previous.list !== null && next.list !== null ? '\n' : '\n\n';
}

function place(draft: DraftBlock, append: (piece: string) => number, at: number): Block {
  const context = { quote: draft.quote, list: draft.list };
  switch (draft.kind) {
    case 'heading': {
      const start = append(draft.text);
      return {
        kind: 'heading',
        level: draft.level,
        start,
        end: start + draft.text.length,
        ...context,
        inlines: placeInlines(draft.inlines, start, draft.text.length),
      };
    }
    case 'paragraph': {
      const start = append(draft.text);
      return {
        kind: 'paragraph',
        start,
        end: start + draft.text.length,
        ...context,
        inlines: placeInlines(draft.inlines, start, draft.text.length),
      };
    }
    case 'code': {
      const start = append(draft.text);
      const end = start + draft.text.length;
      return { kind: 'code', language: draft.language, start, end, ...context };
    }
    case 'image': {
      const start = append(draft.text);
      return { kind: 'image', start, end: start + draft.text.length, ...context };
    }
    case 'rule':
      return { kind: 'rule', start: at, end: at, ...context };
    case 'table': {
      const rows = draft.rows.map((row, rowIndex) =>
        row.map((cell, cellIndex): TableCell => {
          if (cellIndex > 0) append('\t');
          else if (rowIndex > 0) append('\n');
          const start = append(cell.text);
          return {
            start,
            end: start + cell.text.length,
            header: cell.header,
            inlines: placeInlines(cell.inlines, start, cell.text.length),
          };
        }),
      );
      const end = rows.at(-1)?.at(-1)?.end ?? at;
      return { kind: 'table', rows, start: at, end, ...context };
    }
    default:
      return assertNever(draft);
  }
}

function placeInlines(inlines: readonly DraftInline[], by: number, length: number): Inline[] {
  return inlines
    .map((inline) => ({
      ...inline,
      start: Math.min(Math.max(inline.start, 0), length) + by,
      end: Math.min(Math.max(inline.end, 0), length) + by,
    }))
    .filter((inline) => inline.start < inline.end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

function cleanDraft(draft: DraftBlock): DraftBlock | null {
  switch (draft.kind) {
    case 'rule':
      return draft;
    case 'table': {
      const rows = draft.rows.filter((row) => row.length > 0).map((row) => row.map(cleanCell));
      return rows.some((row) => row.some((cell) => cell.text !== '')) ? { ...draft, rows } : null;
    }
    case 'heading':
    case 'paragraph': {
      const clean = cleanInlineText(draft);
      return /\S/.test(clean.text) ? { ...draft, ...clean } : null;
    }
    case 'code':
    case 'image': {
      const text = cleanText(draft.text);
      return /\S/.test(text) ? { ...draft, text } : null;
    }
    default:
      return assertNever(draft);
  }
}

/** Where cleaning shortens the text, an offset moves to the length that the text before it has when clean. */
function cleanInlineText(draft: DraftText): DraftText {
  const text = cleanText(draft.text);
  if (text.length === draft.text.length) return { text, inlines: draft.inlines };
  const moved = (offset: number): number => cleanText(draft.text.slice(0, offset)).length;
  const inlines = draft.inlines.map((inline) => ({
    ...inline,
    start: moved(inline.start),
    end: moved(inline.end),
  }));
  return { text, inlines };
}

/** A cell is one line: its line ends and tabs would look like other cells. */
function cleanCell(cell: DraftCell): DraftCell {
  const clean = cleanInlineText(cell);
  return { ...cell, ...clean, text: clean.text.replace(/[\n\t]/g, ' ') };
}

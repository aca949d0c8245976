import { assertNever } from '../assert-never.ts';
import type { DraftBlock, DraftCell, DraftText } from './draft.ts';

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

/** The block as the canonical text may hold it; null where there is nothing to read or to see in it. */
export function cleanDraft(draft: DraftBlock): DraftBlock | null {
  switch (draft.kind) {
    case 'rule':
      return draft;
    case 'table': {
      const rows = draft.rows.filter((row) => row.length > 0).map((row) => row.map(cleanCell));
      return rows.some((row) => row.some(isSeen)) ? { ...draft, rows } : null;
    }
    case 'heading':
    case 'paragraph': {
      const text = cleanText(draft.text);
      const seen = isSeen({ text, inlines: draft.inlines });
      if (!seen) return null;
      return text.length === draft.text.length ? { ...draft, text } : shortened(draft, text);
    }
    case 'code':
    case 'image': {
      const text = cleanText(draft.text);
      if (/\S/.test(text)) return { ...draft, text };
      return draft.kind === 'image' && draft.picture !== undefined ? { ...draft, text: '' } : null;
    }
    default:
      return assertNever(draft);
  }
}

function isSeen({ text, inlines }: DraftText): boolean {
  return /\S/.test(text) || inlines.some(({ kind }) => kind === 'picture');
}

type Lines = Extract<DraftBlock, { readonly kind: 'heading' | 'paragraph' }>;

/** Where cleaning shortens the text, an offset moves to the length that the text before it has when clean. */
function shortened(draft: Lines, text: string): Lines {
  const moved = mover(draft.text);
  const { anchors, runs } = draft;
  return {
    ...draft,
    text,
    inlines: draft.inlines.map((inline) => moveEnds(inline, moved)),
    ...(anchors && { anchors: anchors.map(({ name, at }) => ({ name, at: moved(at) })) }),
    ...(runs && { runs: runs.map((run) => moveEnds(run, moved)) }),
  };
}

function mover(text: string): (offset: number) => number {
  return (offset) => cleanText(text.slice(0, offset)).length;
}

function moveEnds<T extends { readonly start: number; readonly end: number }>(
  stretch: T,
  moved: (offset: number) => number,
): T {
  return { ...stretch, start: moved(stretch.start), end: moved(stretch.end) };
}

/** A cell is one line: its line ends and tabs would look like other cells. */
function cleanCell(cell: DraftCell): DraftCell {
  const text = cleanText(cell.text);
  const same = text.length === cell.text.length;
  const inlines = same
    ? cell.inlines
    : cell.inlines.map((inline) => moveEnds(inline, mover(cell.text)));
  return { ...cell, inlines, text: text.replace(/[\n\t]/g, ' ') };
}

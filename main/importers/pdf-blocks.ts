import type { DraftInline, DraftRun } from '../../core/text/draft.ts';
import { bulletOf, type Paragraph } from './pdf-paragraphs.ts';
import { turned } from './pdf-pieces.ts';
import type { Fragment } from './pdf-types.ts';
import { meeting } from './pdf-words.ts';

/** A fragment's place in the text of its block. */
export interface PlacedFragment {
  readonly fragment: Fragment;
  readonly page: number;
  readonly start: number;
  /** Characters of the fragment before `start`: a bullet that became the list's. */
  readonly skipped: number;
  readonly end: number;
}

/** A paragraph with its lines joined to one text. */
export interface PdfBlock {
  readonly paragraph: Paragraph;
  readonly text: string;
  readonly styles: readonly DraftInline[];
  readonly placed: readonly PlacedFragment[];
}

/** `continued` is the same paragraph on the next page. */
export function blockOf(
  paragraph: Paragraph,
  continued: Paragraph | null,
  compounds: ReadonlySet<string>,
): PdfBlock {
  let text = '';
  // What of the first line its bullet takes, which may be a fragment of its own.
  let bullet =
    paragraph.marker === null ? 0 : (bulletOf(paragraph.lines[0]?.text ?? '')?.length ?? 0);
  const placed: PlacedFragment[] = [];
  const styles: DraftInline[] = [];
  for (const part of continued === null ? [paragraph] : [paragraph, continued]) {
    for (const line of part.lines) {
      line.fragments.forEach((fragment, index) => {
        const first = text === '';
        const skipped = Math.min(bullet, fragment.text.length);
        bullet = Math.max(0, bullet - fragment.text.length - 1); // a space stands between two
        const words = fragment.text.slice(skipped).replace(/^\s+/, '');
        const from = fragment.text.length - words.length;
        if (!first) {
          const { drop, between } = index > 0 ? apart : meeting(text, words, compounds);
          text = text.slice(0, text.length - drop) + between;
          const last = placed.at(-1);
          if (drop > 0 && last !== undefined)
            placed[placed.length - 1] = { ...last, end: last.end - drop };
        }
        const start = text.length;
        text += words;
        placed.push({ fragment, page: part.page, start, skipped: from, end: text.length });
        for (const piece of fragment.pieces) {
          if (!piece.raised || piece.end <= from) continue;
          const at = { start: start + piece.start - from, end: start + piece.end - from };
          styles.push({ kind: 'style', style: 'sup', ...at });
        }
      });
    }
  }
  text = text.replace(/\u00ad$/, '-');
  return { paragraph, text, styles, placed: placed.filter(({ start, end }) => end > start) };
}

const apart = { drop: 0, between: ' ' } as const;

const round = (value: number): number => Math.round(value * 100) / 100;

export function runOf({ fragment, page, start, skipped, end }: PlacedFragment): DraftRun {
  const { base, up, down, angle, right, rightToLeft } = fragment;
  const from = skipped > 0 && !rightToLeft ? placeIn(fragment, skipped) : fragment.left;
  const [left, top] = turned(from, base - up, angle);
  return {
    page,
    start,
    end,
    left: round(left),
    top: round(top),
    width: round(right - from),
    height: round(up + down),
    angle,
  };
}

/** Where a character of a fragment begins, along the line: pieces are measured, letters within them estimated. */
export function placeIn({ pieces, text, left, right }: Fragment, offset: number): number {
  const piece = pieces.find(({ end }) => offset < end) ?? pieces.at(-1);
  if (piece === undefined) return left + ((right - left) * offset) / Math.max(1, text.length);
  const whole = widthOf(text.slice(piece.start, piece.end));
  const part = widthOf(text.slice(piece.start, Math.min(Math.max(offset, piece.start), piece.end)));
  const share = whole === 0 ? 0 : part / whole;
  return piece.rightToLeft
    ? piece.right - (piece.right - piece.left) * share
    : piece.left + (piece.right - piece.left) * share;
}

/** About the widths of letters in a book face, in thousandths of an em. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/[iljtfrI.,:;'!|()[\] -]/.test(character)) width += 290;
    else if (/[mwMW—…@%]/.test(character)) width += 830;
    else if (/[A-Z]/.test(character)) width += 680;
    else width += character > '\u2e7f' ? 1000 : 510;
  }
  return width;
}

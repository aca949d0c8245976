import type { DraftMark } from './imported-draft.ts';
import { mostPdfMarks } from './limits.ts';
import { isoDate } from './pdf-details.ts';
import type { Box, Places, Stretch } from './pdf-places.ts';
import { boxOn } from './pdf-view.ts';
import type { PdfAnnotation, ReadPage } from './pdf-types.ts';

const onWords = new Set(['Highlight', 'Underline', 'StrikeOut', 'Squiggly']);
const noMarks = new Set([
  'Link',
  'Widget',
  'Popup',
  'Stamp',
  'FileAttachment',
  'Sound',
  'Movie',
  'Screen',
]);

/** The marks and notes of a PDF at the words they are about, with the answers to them. */
export function marksOf(pages: readonly ReadPage[], places: Places): readonly DraftMark[] {
  return pages
    .flatMap((page) => page.annotations.flatMap((one) => markOf(one, page, places)))
    .slice(0, mostPdfMarks);
}

function markOf(annotation: PdfAnnotation, page: ReadPage, places: Places): readonly DraftMark[] {
  const { subtype = '', inReplyTo, color, titleObj, modificationDate, creationDate } = annotation;
  if (noMarks.has(subtype) || typeof inReplyTo === 'string' || annotation.hidden === true)
    return [];
  const marking = onWords.has(subtype);
  const note = noteOf(annotation, page.annotations);
  if (!marking && note === '') return [];
  const found = marking
    ? quadsOf(annotation, page).flatMap((box) => places.under(page.index, box))
    : [];
  const nearest =
    found.length > 0 || note === '' ? null : places.near(page.index, boxOn(page, annotation.rect));
  const stretches: readonly Stretch[] = nearest === null ? found : [nearest];
  const sorted = stretches.toSorted((a, b) => a.block - b.block || a.start - b.start);
  const [first] = sorted;
  const last = stretches.toSorted((a, b) => a.block - b.block || a.end - b.end).at(-1);
  if (first === undefined || last === undefined) return [];
  const author = titleObj?.str.trim() ?? '';
  return [
    {
      from: places.anchor(first.block, first.start),
      to: places.anchor(last.block, last.end),
      colour: colourOf(color),
      note,
      author: author === '' ? null : author,
      date: isoDate(modificationDate ?? creationDate),
    },
  ];
}

function noteOf(annotation: PdfAnnotation, all: readonly PdfAnnotation[]): string {
  const words = contentsOf(annotation);
  const answers = all
    .filter(
      ({ inReplyTo, stateModel }) => inReplyTo === annotation.id && typeof stateModel !== 'string',
    )
    .slice(0, 50)
    .map((answer) => {
      const who = answer.titleObj?.str.trim() ?? '';
      const said = contentsOf(answer);
      return said === '' || who === '' ? said : `${who}: ${said}`;
    });
  return [words, ...answers].filter((one) => one !== '').join('\n\n');
}

function contentsOf({ contentsObj, textContent, subtype }: PdfAnnotation): string {
  const words = contentsObj?.str.replace(/\r\n?/g, '\n').trim() ?? '';
  if (words !== '') return words.slice(0, 100_000);
  return subtype === 'FreeText' ? (textContent ?? []).join('\n').trim() : '';
}

function quadsOf({ quadPoints, rect }: PdfAnnotation, page: ReadPage): readonly Box[] {
  const numbers = Array.from(quadPoints ?? []).slice(0, 8 * 2000);
  if (numbers.length < 8) return [boxOn(page, rect)];
  const boxes: Box[] = [];
  for (let at = 0; at + 8 <= numbers.length; at += 8) {
    const quad = numbers.slice(at, at + 8);
    const xs = quad.filter((_, index) => index % 2 === 0);
    const ys = quad.filter((_, index) => index % 2 === 1);
    boxes.push(boxOn(page, [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]));
  }
  return boxes;
}

function colourOf(colour: ArrayLike<number> | null | undefined): string | null {
  if (colour?.length !== 3) return null;
  const hex = Array.from(colour, (part) => Math.round(part).toString(16).padStart(2, '0'));
  return `#${hex.join('')}`;
}

import { importMessages } from '../../core/messages/en/imports.ts';
import { ImportRefused } from './import-refused.ts';
import type { Source } from './imported-draft.ts';
import {
  millisecondsFor,
  mostPdfPages,
  mostPdfPiecesInAll,
  pdfPageShare,
  pdfReadingShare,
} from './limits.ts';
import { fieldFragments } from './pdf-fields.ts';
import { fragmentsOf } from './pdf-fragments.ts';
import { FontLetters } from './pdf-font-letters.ts';
import { readItems } from './pdf-items.ts';
import { piecesOf } from './pdf-pieces.ts';
import { lookAgain } from './pdf-second-look.ts';
import type { Fragment, PdfDocumentProxy, PdfPageProxy, ReadPage } from './pdf-types.ts';

const mostAnnotations = 5_000;
const mostComparisons = 20_000_000;
/** A page that took longer than these milliseconds is not looked at twice: it has too much on it. */
const longestBeforeLook = 2_000;
const letterPaper = { width: 612, height: 792, transform: [1, 0, 0, -1, 0, 792] } as const;

/**
 * All pages of a document, one after the other; one that cannot be read is empty and says so. Reading began at `begun`:
 * what is not read when its time is nearly over is given up, and a page may take most of what is left, but not all.
 */
export async function readPages(
  document: PdfDocumentProxy,
  { name, bytes, limits }: Source,
  begun: number,
): Promise<readonly ReadPage[]> {
  const { numPages } = document;
  const tooMuch = (): ImportRefused =>
    new ImportRefused('file-too-large', importMessages.tooMuchMemory(name));
  if (numPages > mostPdfPages) throw tooMuch();
  const end = begun + pdfReadingShare * millisecondsFor(bytes.length, limits);
  const letters = new FontLetters();
  const pages: ReadPage[] = [];
  let pieces = 0;
  for (let index = 0; index < numPages; index += 1) {
    const left = end - performance.now();
    const read =
      left <= 0 ? null : await readPage(document, index, end - (1 - pdfPageShare) * left, letters);
    pages.push(read ?? unread(index, pages.at(-1), left <= 0));
    pieces += read?.fragments.length ?? 0;
    if (pieces > mostPdfPiecesInAll) throw tooMuch();
  }
  return pages;
}

/** An empty page, of the size that the one before it has. */
function unread(index: number, before: ReadPage | undefined, cutShort: boolean): ReadPage {
  const { width, height, transform } = before ?? letterPaper;
  const nothing = { fragments: [], annotations: [] };
  return { index, width, height, transform, ...nothing, broken: !cutShort, cutShort };
}

async function readPage(
  document: PdfDocumentProxy,
  index: number,
  deadline: number,
  letters: FontLetters,
): Promise<ReadPage | null> {
  try {
    const page = await document.getPage(index + 1);
    const read = await contentsOf(page, index, deadline, letters);
    page.cleanup();
    return read;
  } catch {
    return null;
  }
}

/** What annotations show beyond the words that the page has at the same place. */
function added(drawn: readonly Fragment[], fragments: readonly Fragment[]): readonly Fragment[] {
  if (drawn.length * fragments.length > mostComparisons) return drawn;
  return drawn.filter(({ text, base, size, left, right, angle }) =>
    fragments.every(
      (one) =>
        one.angle !== angle ||
        Math.abs(one.base - base) > size ||
        one.left > right ||
        one.right < left ||
        !one.text.includes(text),
    ),
  );
}

async function contentsOf(
  page: PdfPageProxy,
  index: number,
  deadline: number,
  letters: FontLetters,
): Promise<ReadPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  if (!(width > 0 && height > 0) || !transform.every(Number.isFinite))
    throw new Error('A page without a size');
  const begun = performance.now();
  const { items, end } = await readItems(page, deadline);
  const took = performance.now() - begun;
  const annotations = end === 'whole' ? await page.getAnnotations().catch(() => null) : [];
  const drawn =
    end === 'whole' && took < longestBeforeLook
      ? await lookAgain(page, items, (annotations ?? []).slice(0, mostAnnotations), letters)
      : [];
  const fragments = fragmentsOf(piecesOf(items, transform, letters));
  const shown = drawn.map(({ item }) => ({ item, style: undefined }));
  const onAnnotations = added(fragmentsOf(piecesOf(shown, transform, letters)), fragments);
  const read: ReadPage = {
    index,
    width,
    height,
    transform,
    fragments: [...fragments, ...onAnnotations],
    annotations: (annotations ?? []).slice(0, mostAnnotations),
    broken: end === 'broken' || annotations === null,
    cutShort: end === 'given-up',
  };
  const fields = fieldFragments(read, new Set(drawn.map(({ id }) => id)));
  return fields.length === 0 ? read : { ...read, fragments: [...read.fragments, ...fields] };
}

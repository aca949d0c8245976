import { importMessages } from '../../core/messages/en/imports.ts';
import { ImportRefused } from './import-refused.ts';
import type { Source } from './imported-draft.ts';
import { mostPdfPages, mostPdfPiecesInAll } from './limits.ts';
import { fieldFragments } from './pdf-fields.ts';
import { fragmentsOf } from './pdf-fragments.ts';
import { readPieces } from './pdf-pieces.ts';
import type { PdfDocumentProxy, PdfPageProxy, ReadPage } from './pdf-types.ts';

const mostAnnotations = 5_000;
const letterPaper = { width: 612, height: 792 };

/** All pages of a document, one after the other; one that cannot be read is empty and says so. */
export async function readPages(
  document: PdfDocumentProxy,
  { name }: Source,
): Promise<readonly ReadPage[]> {
  const { numPages } = document;
  const tooMuch = (): ImportRefused =>
    new ImportRefused('file-too-large', importMessages.tooMuchMemory(name));
  if (numPages > mostPdfPages) throw tooMuch();
  const pages: ReadPage[] = [];
  let pieces = 0;
  for (let index = 0; index < numPages; index += 1) {
    const page = await document.getPage(index + 1).catch(() => null);
    const read = page === null ? null : await readPage(page, index).catch(() => null);
    pages.push(
      read ?? {
        index,
        ...letterPaper,
        transform: [1, 0, 0, -1, 0, 792],
        fragments: [],
        annotations: [],
        broken: true,
      },
    );
    pieces += read?.fragments.length ?? 0;
    if (pieces > mostPdfPiecesInAll) throw tooMuch();
    page?.cleanup();
  }
  return pages;
}

async function readPage(page: PdfPageProxy, index: number): Promise<ReadPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  if (!(width > 0 && height > 0) || !transform.every(Number.isFinite))
    throw new Error('A page without a size');
  const { pieces, whole } = await readPieces(page, transform);
  const annotations = whole ? await page.getAnnotations().catch(() => null) : [];
  const read: ReadPage = {
    index,
    width,
    height,
    transform,
    fragments: fragmentsOf(pieces),
    annotations: (annotations ?? []).slice(0, mostAnnotations),
    broken: !whole || annotations === null,
  };
  const fields = fieldFragments(read, read);
  return fields.length === 0 ? read : { ...read, fragments: [...read.fragments, ...fields] };
}

import { importMessages } from '../../core/messages/en/imports.ts';
import type { SourceNotice } from '../../core/model/document.ts';
import type { DraftBlock, DraftInline } from '../../core/text/draft.ts';
import { ImportRefused } from './import-refused.ts';
import type { DraftPage, ImportedDraft, Source } from './imported-draft.ts';
import { runOf, type PdfBlock } from './pdf-blocks.ts';
import { factsOf } from './pdf-details.ts';
import { headingLevels, titleOnPage, plain, type Level } from './pdf-headings.ts';
import { Destinations, draftOutline, linksOf, outlineOf } from './pdf-links.ts';
import { marksOf } from './pdf-notes.ts';
import { openPdf } from './pdf-open.ts';
import { readPages } from './pdf-pages.ts';
import { Places } from './pdf-places.ts';
import { textOf } from './pdf-text.ts';
import type { PdfDocumentProxy, ReadPage } from './pdf-types.ts';
import { titleFromName } from './title.ts';

/** The text of a PDF in reading order, with where each line stands on its page. The pages themselves are drawn elsewhere. */
export async function importPdf(source: Source): Promise<ImportedDraft> {
  const begun = performance.now();
  const { document, close } = await openPdf(source);
  try {
    return await draftOf(document, source, begun);
  } finally {
    close();
  }
}

async function draftOf(
  document: PdfDocumentProxy,
  source: Source,
  begun: number,
): Promise<ImportedDraft> {
  const pages = await readPages(document, source, begun);
  if (pages.every(({ broken }) => broken)) {
    throw new ImportRefused('import-failed', importMessages.damaged(source.name, 'a PDF'));
  }
  const facts = await factsOf(document);
  const { blocks, body } = textOf(pages);
  const places = new Places(blocks, pages.length);
  const destinations = new Destinations(document, pages);
  const entries = await outlineOf(document, destinations);
  const named = new Map(entries.map(({ text, level }) => [plain(text), level]));
  const levels = headingLevels(blocks, body, named);

  const labels = await document.getPageLabels().catch(() => null);
  const inlines = new Map<number, DraftInline[]>();
  const draftPages: DraftPage[] = [];
  for (const page of pages) {
    const { index, width, height } = page;
    const label = labels?.[index]?.trim() ?? '';
    const links = await linksOf(page, destinations, places, inlines);
    draftPages.push({ label: label === '' ? String(index + 1) : label, width, height, links });
  }
  const outline = draftOutline(entries, places);
  const marks = marksOf(pages, places);
  return {
    title: facts.title ?? titleOnPage(blocks, body) ?? titleFromName(source.name),
    details: facts.details,
    blocks: blocks.map((block, index) =>
      draftBlock(block, levels[index] ?? null, inlines.get(index) ?? [], places.anchorsOf(index)),
    ),
    outline,
    marks,
    pages: draftPages,
    notices: noticesOf(pages, facts.hasForm),
  };
}

function draftBlock(
  { text, paragraph, placed, styles }: PdfBlock,
  level: Level | null,
  links: readonly DraftInline[],
  anchors: DraftBlock['anchors'],
): DraftBlock {
  const common = {
    text,
    inlines: [...styles, ...links],
    runs: placed.map(runOf),
    quote: 0,
    origin: `page=${String(paragraph.page + 1)}`,
    ...(anchors !== undefined && anchors.length > 0 && { anchors }),
  };
  if (level !== null) return { kind: 'heading', level, list: null, ...common };
  const list = paragraph.marker === null ? null : { depth: 1, marker: paragraph.marker };
  return { kind: 'paragraph', list, ...common };
}

function noticesOf(pages: readonly ReadPage[], hasForm: boolean): readonly SourceNotice[] {
  const broken = pages.filter((page) => page.broken).length;
  const cut = pages.filter((page) => page.cutShort).length;
  const empty = pages.filter(
    ({ broken, cutShort, fragments }) => !broken && !cutShort && fragments.length === 0,
  ).length;
  const notices: SourceNotice[] = [];
  if (empty > 0 && empty + broken === pages.length)
    notices.push({ kind: 'no-text-layer', count: null });
  else if (empty > 0) notices.push({ kind: 'pages-without-text', count: empty });
  if (cut > 0) notices.push({ kind: 'pages-cut-short', count: cut });
  if (broken > 0) notices.push({ kind: 'damaged', count: null });
  const fields = pages.some(({ annotations }) =>
    annotations.some(({ subtype }) => subtype === 'Widget'),
  );
  if (hasForm && fields) notices.push({ kind: 'forms-as-text', count: null });
  return notices;
}

import type { SourceNotice } from '../../core/model/document.ts';
import type { DraftBlock } from '../../core/text/draft.ts';
import { importMessages } from '../../core/messages/en/imports.ts';
import { bookCover } from './epub-cover.ts';
import { bookFacts } from './epub-details.ts';
import { bookSheets } from './epub-hidden.ts';
import { bookOutline } from './epub-outline.ts';
import { isPicture, readPackage, type EpubPackage, type SpineItem } from './epub-package.ts';
import { pageBlocks, parsePage, type EpubReading } from './epub-page.ts';
import { EpubPictures } from './epub-pictures.ts';
import { refuseEncrypted, refuseLicensed } from './epub-protection.ts';
import { bookTargets } from './epub-targets.ts';
import { ImportRefused } from './import-refused.ts';
import type { ImportedDraft, Source } from './imported-draft.ts';
import { titleFromName } from './title.ts';
import { openArchive, type Archive } from './zip.ts';

/** A book: the documents of its spine in their order, as one text. Nothing in it runs and nothing is fetched. */
export function importEpub(source: Source): ImportedDraft {
  const { name } = source;
  const archive = openArchive(source);
  refuseEncrypted(archive, name);
  const pack = readPackage(archive);
  const targets = bookTargets(archive, pack);
  const pictures = new EpubPictures({ resolve: targets.file, read: archive.read });
  const reading: EpubReading = {
    pictures,
    sheets: bookSheets(archive, targets.file),
    target: targets.anchor,
    anchors: new Set(),
    seen: { formulas: 0, forms: false },
  };
  const book: Book = { blocks: [], parts: [], read: new Set(), leftOut: 0 };
  for (const item of pack.spine) readItem(archive, item, reading, source, book);
  if (book.parts.length === 0) {
    refuseLicensed(archive, name);
    throw new ImportRefused('import-failed', importMessages.damaged(name, 'an EPUB book'));
  }
  const { title, details } = bookFacts(pack.metadata);
  const known = (to: string): string =>
    reading.anchors.has(to) ? to : (to.split('#', 1)[0] ?? to);
  const outline = bookOutline(archive, pack, targets.anchor);
  // Notes, often: what the book leads to and does not have in its spine comes after it.
  for (const item of targets.beside) readItem(archive, { item, cfi: '' }, reading, source, book);
  const cover = bookCover(archive, pack, targets.file);
  const shown = cover !== null && pictures.take(cover) !== null;
  return {
    title: title ?? titleFromName(name),
    details,
    blocks: book.blocks.map((block) => settled(block, known)),
    pictures: pictures.taken,
    ...(shown && { cover }),
    outline: outline.map((item) => ({ ...item, to: known(item.to) })),
    parts: book.parts,
    notices: notices(archive, pack, reading, book.leftOut),
  };
}

/** What is read of a book, as it grows. */
interface Book {
  readonly blocks: DraftBlock[];
  readonly parts: { readonly name: string; readonly to: string }[];
  /** Paths. */
  readonly read: Set<string>;
  leftOut: number;
}

function readItem(
  archive: Archive,
  { item, cfi }: SpineItem,
  reading: EpubReading,
  { name, limits }: Source,
  book: Book,
): void {
  const path = item?.path ?? null;
  if (item === null || path === null) {
    book.leftOut += 1;
    return;
  }
  if (book.read.has(path)) return;
  book.read.add(path);
  const made =
    isPicture(item) && !/svg/.test(item.type)
      ? pictureBlocks(path, cfi, reading)
      : documentBlocks(archive, path, cfi, reading);
  if (made === null) {
    book.leftOut += 1;
    return;
  }
  reading.anchors.add(path);
  book.parts.push({ name: item.href, to: path });
  const anchor = { name: path, at: 0 };
  const [first, ...rest] = made;
  if (first === undefined) book.blocks.push(emptyBlock(anchor));
  else book.blocks.push({ ...first, anchors: [anchor, ...(first.anchors ?? [])] });
  for (const block of rest) book.blocks.push(block);
  if (book.blocks.length > limits.blocks) {
    const most = limits.blocks.toLocaleString('en');
    throw new ImportRefused('file-too-large', importMessages.tooManyBlocks(name, most));
  }
}

function documentBlocks(
  archive: Archive,
  path: string,
  cfi: string,
  reading: EpubReading,
): readonly DraftBlock[] | null {
  const bytes = archive.read(path);
  const page = bytes === null ? null : parsePage(bytes);
  return page === null ? null : pageBlocks(page, path, cfi, reading);
}

function pictureBlocks(
  path: string,
  origin: string,
  { pictures }: EpubReading,
): readonly DraftBlock[] | null {
  if (pictures.take(path) === null) return null;
  return [{ kind: 'image', text: '', picture: path, quote: 0, list: null, origin }];
}

/** Hands its anchor on to what comes next. */
function emptyBlock(anchor: { readonly name: string; readonly at: number }): DraftBlock {
  return { kind: 'paragraph', text: '', inlines: [], quote: 0, list: null, anchors: [anchor] };
}

/** A jump to a place that its document does not have leads to the document. */
function settled(block: DraftBlock, known: (to: string) => string): DraftBlock {
  if (block.kind === 'table') {
    const rows = block.rows.map((row) =>
      row.map((cell) => ({ ...cell, inlines: cell.inlines.map((inline) => jump(inline, known)) })),
    );
    return { ...block, rows };
  }
  if (block.kind !== 'heading' && block.kind !== 'paragraph') return block;
  return { ...block, inlines: block.inlines.map((inline) => jump(inline, known)) };
}

type DraftInline = Extract<DraftBlock, { kind: 'paragraph' }>['inlines'][number];

function jump(inline: DraftInline, known: (to: string) => string): DraftInline {
  return inline.kind === 'jump' ? { ...inline, to: known(inline.to) } : inline;
}

function notices(
  archive: Archive,
  pack: EpubPackage,
  { seen, pictures }: EpubReading,
  leftOut: number,
): readonly SourceNotice[] {
  const all: readonly (readonly [SourceNotice['kind'], boolean, number | null])[] = [
    ['damaged', archive.damaged || !pack.whole, null],
    ['parts-left-out', leftOut > 0, leftOut],
    ['fixed-layout', pack.fixedLayout, null],
    ['formulas-as-text', seen.formulas > 0, seen.formulas],
    ['pictures-not-fetched', pictures.remote.size > 0, pictures.remote.size],
    ['forms-as-text', seen.forms, null],
  ];
  return all.flatMap(([kind, said, count]) => (said ? [{ kind, count }] : []));
}

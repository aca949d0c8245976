import { strToU8, zipSync } from 'fflate';
import type { DraftBlock } from '../../../core/text/draft.ts';
import { makeBook } from '../../support/make-book.ts';
import { makeEpub } from '../../support/make-epub.ts';
import { makeMail, makeMhtml } from '../../support/make-mail.ts';
import { makeText } from './text.ts';

/** A file to be read, made when its turn comes. */
export interface ImportFile {
  readonly row: string;
  readonly what: string;
  readonly name: string;
  readonly make: () => Uint8Array;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
/** About as long as Moby-Dick, and as 200 pages. */
const novel = 1_200_000;
const report = 400_000;

/** One of each format, of the size that people have; `scale` makes them smaller. */
export function importFiles(scale: number): readonly ImportFile[] {
  const long = () => textBlocks(novel * scale);
  const short = () => textBlocks(report * scale);
  const page = () => htmlPage(textBlocks(1_000_000 * scale));
  const pages = (count: number) => Math.max(10, Math.round(count * scale));
  const file = (row: string, what: string, name: string, make: () => Uint8Array): ImportFile => ({
    row,
    what,
    name,
    make,
  });
  return [
    file('text', 'plain text as long as Moby-Dick', 'a.txt', () => bytesOf(plain(long()))),
    file('markdown', 'the same as Markdown', 'a.md', () =>
      bytesOf(makeText('A Book', novel * scale, 5).source),
    ),
    file('epub', 'the same as an EPUB', 'a.epub', () => epub(long())),
    file('fb2', 'the same as FB2', 'a.fb2', () => bytesOf(fb2(long()))),
    file('pdf', `PDF, ${pages(300)} pages`, 'a.pdf', () => makeBook(pages(300))),
    file('pdf', `PDF, ${pages(1000)} pages`, 'b.pdf', () => makeBook(pages(1000))),
    file('docx', 'DOCX, 200 pages', 'a.docx', () => docx(short())),
    file('odt', 'ODT, 200 pages', 'a.odt', () => odt(short())),
    file('rtf', 'RTF, 200 pages', 'a.rtf', () => bytesOf(rtf(short()))),
    file('html', 'HTML, 1 MB', 'a.html', () => bytesOf(page())),
    file('mhtml', 'the same as MHTML', 'a.mhtml', () =>
      makeMhtml({ url: 'https://example.org/', html: page() }),
    ),
    file('mail', 'the same as a mail', 'a.eml', () => makeMail({ html: page() })),
    file('subtitles', 'SRT, three hours', 'a.srt', () => bytesOf(srt(3600 * 3 * scale))),
  ];
}

type Line = Extract<DraftBlock, { kind: 'heading' | 'paragraph' }>;

function textBlocks(characters: number): readonly Line[] {
  return makeText('A Book', characters, 5).drafts.filter(
    (draft): draft is Line => draft.kind === 'heading' || draft.kind === 'paragraph',
  );
}

const plain = (lines: readonly Line[]): string => lines.map(({ text }) => text).join('\n\n');

/** The made words hold nothing that must be escaped. */
const markup = (lines: readonly Line[]): string =>
  lines
    .map((line) =>
      line.kind === 'heading'
        ? `<h${line.level}>${line.text}</h${line.level}>`
        : `<p>${line.text}</p>`,
    )
    .join('\n');

const htmlPage = (lines: readonly Line[]): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A Book</title></head><body><article>${markup(lines)}</article></body></html>`;

/** Lines by chapter, each beginning with its heading. */
function chapters(lines: readonly Line[]): readonly (readonly Line[])[] {
  const found: Line[][] = [];
  for (const line of lines) {
    if (line.kind === 'heading' || found.length === 0) found.push([]);
    found.at(-1)?.push(line);
  }
  return found;
}

/** `title` makes it another book. */
export function epub(lines: readonly Line[], title = 'A Book'): Uint8Array {
  const [first, ...others] = lines;
  const named = first === undefined ? others : [{ ...first, text: title }, ...others];
  const documents = chapters(named).map((chapter, index) => ({
    name: `c${index}.xhtml`,
    body: markup(chapter),
  }));
  const nav = documents
    .map(({ name }, index) => `<li><a href="${name}">Chapter ${index}</a></li>`)
    .join('');
  return makeEpub({
    documents,
    nav: `<nav epub:type="toc"><ol>${nav}</ol></nav>`,
    metadata: `<dc:title>${title}</dc:title><dc:language>en</dc:language><dc:identifier id="id">urn:uuid:1</dc:identifier>`,
  });
}

export const novelLines = (scale: number): readonly Line[] => textBlocks(novel * scale);

function fb2(lines: readonly Line[]): string {
  const sections = chapters(lines).map((chapter) => {
    const inside = chapter.map((line) =>
      line.kind === 'heading' ? `<title><p>${line.text}</p></title>` : `<p>${line.text}</p>`,
    );
    return `<section>${inside.join('\n')}</section>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0"><description><title-info><book-title>A Book</book-title><lang>en</lang></title-info></description><body>${sections.join('')}</body></FictionBook>`;
}

const zipped = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));

function docx(lines: readonly Line[]): Uint8Array {
  const body = lines.map((line) => {
    const style =
      line.kind === 'heading' ? `<w:pPr><w:pStyle w:val="Heading${line.level}"/></w:pPr>` : '';
    return `<w:p>${style}<w:r><w:t>${line.text}</w:t></w:r></w:p>`;
  });
  const styles = [1, 2].map(
    (level) =>
      `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/></w:style>`,
  );
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const links = (inside: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
  return zipped({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': links(
      `<Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/>`,
    ),
    'word/_rels/document.xml.rels': links(
      `<Relationship Id="rId1" Type="${office}/styles" Target="styles.xml"/>`,
    ),
    'word/document.xml': `<w:document ${w}><w:body>${body.join('')}</w:body></w:document>`,
    'word/styles.xml': `<w:styles ${w}>${styles.join('')}</w:styles>`,
  });
}

function odt(lines: readonly Line[]): Uint8Array {
  const body = lines.map((line) =>
    line.kind === 'heading'
      ? `<text:h text:outline-level="${line.level}">${line.text}</text:h>`
      : `<text:p>${line.text}</text:p>`,
  );
  const odf = 'urn:oasis:names:tc:opendocument:xmlns';
  return zipped({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content xmlns:office="${odf}:office:1.0" xmlns:text="${odf}:text:1.0"><office:body><office:text>${body.join('')}</office:text></office:body></office:document-content>`,
    'META-INF/manifest.xml': `<manifest:manifest xmlns:manifest="${odf}:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/></manifest:manifest>`,
  });
}

function rtf(lines: readonly Line[]): string {
  const body = lines.map(
    (line) =>
      `\\pard${line.kind === 'heading' ? `\\outlinelevel${line.level - 1}\\b` : '\\b0'} ${line.text}\\par`,
  );
  return `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}}\n${body.join('\n')}\n}`;
}

/** A cue of four seconds after the other. */
function srt(seconds: number): string {
  const words = plain(textBlocks(seconds * 15)).split(/\s+/);
  const time = (at: number): string => {
    const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
    return `${two(at / 3600)}:${two((at / 60) % 60)}:${two(at % 60)},000`;
  };
  const cues: string[] = [];
  for (let at = 0; at < seconds; at += 4) {
    const from = (at / 4) * 10;
    cues.push(
      `${at / 4 + 1}\n${time(at)} --> ${time(at + 3)}\n${words.slice(from, from + 10).join(' ') || 'Words.'}\n`,
    );
  }
  return cues.join('\n');
}

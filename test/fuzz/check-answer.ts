import type { Result } from '../../core/contract.ts';
import type { Block, Inline } from '../../core/model/block.ts';
import { documentContentSchema } from '../../core/model/document.ts';
import { documentPagesSchema, runNumbers } from '../../core/model/pages.ts';
import type { ImportedDocument } from '../../main/importers/imported-draft.ts';

/** What importers may refuse a source with. */
const refusals = [
  ...['empty-file', 'binary-file', 'unsupported-file', 'file-too-large', 'import-failed'],
];

/** What is wrong with an answer to a source of that name; null where it is as it must be. */
export function wrongWith(result: Result<ImportedDocument>, name: string): string | null {
  if (!result.ok) {
    const { code, message } = result.error;
    if (!refusals.includes(code)) return `refused with ${code}`;
    if (!message.includes(name)) return `the words do not name the file: ${message}`;
    return null;
  }
  const { content, pages, pictures } = result.value;
  const shape = documentContentSchema.safeParse(content);
  if (!shape.success) return `schema: ${shape.error.message.slice(0, 300)}`;
  const paged = documentPagesSchema.nullable().safeParse(pages);
  if (!paged.success) return `pages: ${paged.error.message.slice(0, 300)}`;
  return (
    wrongText(content.text) ??
    wrongBlocks(result.value) ??
    wrongPlaces(result.value) ??
    wrongPages(result.value) ??
    (new Set(pictures.map(({ file }) => file)).size < pictures.length ? 'a file twice' : null)
  );
}

function wrongText(text: string): string | null {
  if (!text.isWellFormed()) return 'half a surrogate pair in the text';
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff\u2028\u2029]/.exec(text);
  return control === null ? null : `U+${control[0].charCodeAt(0).toString(16)} in the text`;
}

/** Blocks stand in their order, apart by one or two line ends, and cover the text. */
function wrongBlocks({ content, pictures }: ImportedDocument): string | null {
  const { text, blocks } = content;
  const files = new Set(pictures.map(({ file }) => file));
  let at = 0;
  for (const [index, block] of blocks.entries()) {
    const where = `block ${index} (${block.kind} ${block.start}-${block.end})`;
    if (block.end < block.start || block.end > text.length) return `${where}: no span`;
    if (block.start < at) return `${where}: before the end of the last one, ${at}`;
    const between = text.slice(at, block.start);
    if (!/^\n{0,2}$/.test(between)) return `${where}: ${JSON.stringify(between)} before it`;
    at = block.end;
    const wrong = wrongInlines(block, files, text.length);
    if (wrong !== null) return `${where}: ${wrong}`;
  }
  return at === text.length ? null : `${text.length - at} characters after the last block`;
}

function wrongInlines(block: Block, files: ReadonlySet<string>, length: number): string | null {
  if (block.kind === 'image') {
    return block.picture === undefined || files.has(block.picture.file) ? null : 'no such picture';
  }
  if (block.kind === 'heading' || block.kind === 'paragraph') {
    return wrongAmong(block.inlines, block, files, length);
  }
  if (block.kind !== 'table') return null;
  let at = block.start;
  for (const cell of block.rows.flat()) {
    if (cell.start < at || cell.end < cell.start || cell.end > block.end) return 'a cell outside';
    const wrong = wrongAmong(cell.inlines, cell, files, length);
    if (wrong !== null) return wrong;
    at = cell.end;
  }
  return null;
}

function wrongAmong(
  inlines: readonly Inline[],
  { start, end }: { readonly start: number; readonly end: number },
  files: ReadonlySet<string>,
  length: number,
): string | null {
  for (const inline of inlines) {
    if (inline.start < start || inline.end > end || inline.end < inline.start) {
      return `${inline.kind} ${inline.start}-${inline.end} outside of its block`;
    }
    if (inline.kind === 'jump' && inline.target > length) return 'a jump out of the text';
    if (inline.kind === 'picture' && !files.has(inline.picture.file)) return 'no such picture';
    if (inline.kind === 'link' && !/^(?:#|https?:|mailto:)/i.test(inline.href)) {
      return `a link to ${inline.href.slice(0, 80)}`;
    }
  }
  return null;
}

function wrongPlaces({ content, pictures }: ImportedDocument): string | null {
  const { outline = [], parts = [], marks = [], cover, text } = content;
  if (outline.some(({ start }) => start > text.length)) return 'contents out of the text';
  if (parts.some(({ start }) => start > text.length)) return 'a part out of the text';
  if (marks.some(({ start, end }) => end <= start || end > text.length)) return 'a mark of nothing';
  const covered = cover === undefined || pictures.some(({ file }) => file === cover);
  return covered ? null : 'no such cover';
}

/** Pages cover the text without a gap. */
function wrongPages({ content, pages }: ImportedDocument): string | null {
  if (pages === null) return content.paged === true ? 'no pages' : null;
  let at = 0;
  for (const [index, page] of pages.entries()) {
    if (page.start !== at || page.end < at) return `page ${index}: ${page.start}-${page.end}`;
    at = page.end;
    if (page.runs.length % runNumbers !== 0) return `page ${index}: runs`;
    for (let run = 0; run < page.runs.length; run += runNumbers) {
      const [start = -1, end = -1] = page.runs.slice(run, run + 2);
      if (start < 0 || end < start || end > content.text.length) return `page ${index}: a run`;
    }
  }
  return pages.length === 0 || at === content.text.length ? null : 'text after the last page';
}

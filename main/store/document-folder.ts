import { join } from 'node:path';
import type { DocumentContent, DocumentEntry, DocumentId } from '../../core/model/document.ts';
import { documentFile } from '../../core/model/library-files.ts';
import { writeDerived } from './derived-files.ts';
import { encodeFile } from './envelope.ts';
import { writeFlushed, type StoreFiles } from './files.ts';
import type { NewDocument } from './library-types.ts';

const extensions: Readonly<Record<DocumentContent['format'], string>> = {
  text: 'txt',
  markdown: 'md',
  html: 'html',
  epub: 'epub',
  pdf: 'pdf',
  docx: 'docx',
  odt: 'odt',
  rtf: 'rtf',
  fb2: 'fb2',
  mail: 'eml',
  subtitles: 'srt',
  transcript: 'txt',
};
const unfinished = '.new-';

/** The name that a source has in its document's folder: always "source", with the extension it came with. */
export function sourceFileName(name: string, format: DocumentContent['format']): string {
  const extension = /\.([a-z0-9]{1,12})$/i.exec(name)?.[1]?.toLowerCase();
  return `source.${extension ?? extensions[format]}`;
}

/** The path of a document's source; null where library.json names something outside the document's folder. */
export function sourcePath(folder: string, entry: DocumentEntry): string | null {
  if (!/^source\.[a-z0-9]{1,12}$/.test(entry.source)) return null;
  return join(documentFolder(folder, entry.id), entry.source);
}

export function documentFolder(folder: string, id: DocumentId): string {
  return join(folder, 'documents', id);
}

/** Writes a document's files beside the others and moves them in place in one step. */
export async function placeDocument(
  files: StoreFiles,
  folder: string,
  id: DocumentId,
  document: NewDocument,
): Promise<void> {
  const documents = join(folder, 'documents');
  const draft = join(documents, `${unfinished}${id}`);
  try {
    await files.makeFolder(draft);
    const source = join(draft, sourceFileName(document.name, document.content.format));
    await writeFlushed(files, source, document.bytes);
    const content = encodeFile(documentFile, document.content, false);
    await writeFlushed(files, join(draft, 'document.json'), content);
    await writeDerived(files, draft, document);
    await files.syncFolder(draft);
    await files.rename(draft, documentFolder(folder, id));
    await files.syncFolder(documents);
    await files.syncFolder(folder);
  } catch (error) {
    await discard(files, draft);
    await discard(files, documentFolder(folder, id));
    throw error;
  }
}

/** Takes back what placeDocument wrote. What cannot be deleted is in nobody's way: no entry names it. */
export async function discard(files: StoreFiles, path: string): Promise<void> {
  try {
    await files.remove(path);
  } catch {
    // The error that led here is the one that the reader hears of.
  }
}

/** Deletes what imports that were cut short have left. */
export async function clearUnfinished(files: StoreFiles, folder: string): Promise<void> {
  const documents = join(folder, 'documents');
  try {
    const names = await files.list(documents);
    for (const name of names.filter((found) => found.startsWith(unfinished))) {
      await files.remove(join(documents, name));
    }
  } catch {
    // A folder that cannot be listed has nothing to clear, and whoever reads a document will say why.
  }
}

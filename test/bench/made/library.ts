import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stamp } from '../../../core/edit/patch.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import { noDetails, type DocumentContent } from '../../../core/model/document.ts';
import {
  annotationsFile,
  documentFile,
  libraryFile,
  placesFile,
  tagsFile,
  type FileKind,
} from '../../../core/model/library-files.ts';
import type { Tag } from '../../../core/model/tag.ts';
import { composeText } from '../../../core/text/compose.ts';
import { encodeFile } from '../../../main/store/envelope.ts';
import { newEntry } from '../../../main/store/new-entry.ts';
import type { MadeText } from './text.ts';

export interface LibraryText {
  readonly id: string;
  readonly content: DocumentContent;
  readonly source: Uint8Array;
  readonly name: string;
  readonly marks: readonly Annotation[];
}

export function contentOf({ title, drafts }: MadeText): DocumentContent {
  const { text, blocks } = composeText(drafts);
  return { title, format: 'markdown', variant: 'article', details: noDetails, text, blocks };
}

/** Writes a library as the program leaves it, without a history; `read` is the text that opens with it. */
export async function writeLibrary(
  folder: string,
  texts: readonly LibraryText[],
  tags: readonly Tag[],
  read: string,
  stamp: Stamp,
): Promise<void> {
  const documents = [];
  for (const { id, content, source: bytes, name, marks } of texts) {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const entry = newEntry(id, { content, bytes, name, sha256 }, stamp);
    const path = join(folder, 'documents', id);
    await mkdir(path, { recursive: true });
    await writeFile(join(path, entry.source), bytes);
    await put(join(path, 'document.json'), documentFile, content);
    await put(join(path, 'annotations.json'), annotationsFile, {
      ...nothing,
      annotations: marks,
    });
    documents.push(entry);
  }
  await put(join(folder, 'library.json'), libraryFile, { ...nothing, documents });
  await put(join(folder, 'tags.json'), tagsFile, { ...nothing, tags });
  const opened = stamp.now();
  await put(join(folder, 'reading.json'), placesFile, {
    [read]: { offset: 0, progress: 0, opened },
  });
}

const nothing = { seq: 0, removed: [], touched: {} };

async function put<T>(path: string, kind: FileKind<T>, data: T): Promise<void> {
  await writeFile(path, encodeFile(kind, data, false));
}

import { setImmediate } from 'node:timers/promises';
import type { Annotation } from '../../../core/model/annotation.ts';
import type { DocumentEntry, DocumentId } from '../../../core/model/document.ts';
import {
  annotationsFile,
  libraryFile,
  itemsFile,
  tagsFile,
  type FileKind,
} from '../../../core/model/library-files.ts';
import type { Item } from '../../../core/model/item.ts';
import type { Tag } from '../../../core/model/tag.ts';
import { decodeFile } from '../envelope.ts';
import type { SmallFile } from './small-files.ts';

/** The library as a backup has it. */
export interface BackupState {
  readonly documents: readonly DocumentEntry[];
  readonly tags: readonly Tag[];
  readonly items: readonly Item[];
  readonly marks: ReadonlyMap<DocumentId, readonly Annotation[]>;
  /** Files that cannot be read: what they held is left alone by a restore. */
  readonly bad: readonly string[];
  readonly newer: boolean;
}

export async function stateOf(small: readonly SmallFile[]): Promise<BackupState> {
  const bad: string[] = [];
  let newer = false;
  const read = <T>(kind: FileKind<T>, name: string): T | null => {
    const bytes = small.find((file) => file.name === name)?.bytes;
    if (bytes === undefined) return null;
    const decoded = decodeFile(kind, bytes);
    if (decoded.state === 'good') return decoded.data;
    bad.push(name);
    newer ||= decoded.state === 'newer';
    return null;
  };
  const documents = read(libraryFile, 'library.json')?.documents ?? [];
  const tags = read(tagsFile, 'tags.json')?.tags ?? [];
  const items = read(itemsFile, 'items.json')?.items ?? [];
  const marks = new Map<DocumentId, readonly Annotation[]>();
  for (const { id } of documents) {
    const name = `documents/${id}/annotations.json`;
    const known = bad.length;
    const data = read(annotationsFile, name);
    if (bad.length === known) marks.set(id, data?.annotations ?? []);
    await setImmediate();
  }
  return { documents, tags, items, marks, bad, newer };
}

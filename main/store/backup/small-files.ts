import { join } from 'node:path';
import { documentIdSchema } from '../../../core/model/document.ts';
import type { StoreFiles } from '../files.ts';
import { isMissing } from '../files.ts';
import { readIfThere } from '../journal-file.ts';

/** A file of the library with its name below the library's folder, parted by slashes on every system. */
export interface SmallFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const atOnce = 16;

/** Every file that the reader's work is in; sources and what is derived from them stay out. */
export async function readSmallFiles(
  files: StoreFiles,
  folder: string,
): Promise<readonly SmallFile[]> {
  const ids = (await namesIn(files, join(folder, 'documents')))
    .filter((name) => documentIdSchema.safeParse(name).success)
    .sort();
  const names = [
    'library.json',
    'tags.json',
    'items.json',
    'reading.json',
    ...ids.map((id) => `documents/${id}/annotations.json`),
  ];
  const found: SmallFile[] = [];
  for (let at = 0; at < names.length; at += atOnce) {
    const read = names.slice(at, at + atOnce).map(async (name) => {
      const bytes = await readIfThere(files, join(folder, ...name.split('/')));
      return bytes === null ? [] : [{ name, bytes }];
    });
    found.push(...(await Promise.all(read)).flat());
  }
  return found;
}

export async function namesIn(files: StoreFiles, folder: string): Promise<readonly string[]> {
  try {
    return await files.list(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

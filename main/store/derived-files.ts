import { join } from 'node:path';
import type { PictureFile } from '../importers/imported-draft.ts';
import { pagesFile } from '../../core/model/library-files.ts';
import type { DocumentPages } from '../../core/model/pages.ts';
import { encodeFile } from './envelope.ts';
import { writeFlushed, type StoreFiles } from './files.ts';

/** What an importer makes beside document.json; like that, it can be made again from the source. */
export interface DerivedFiles {
  readonly pictures?: readonly PictureFile[];
  readonly pages?: DocumentPages | null;
}

export const pagesName = 'pages.json';
const picturesFolder = 'pictures';

/** The path of a picture in a document's folder; null for a name that no picture has. */
export function picturePath(folder: string, file: string): string | null {
  return /^[a-z0-9]{1,40}\.[a-z0-9]{1,5}$/.test(file) ? join(folder, picturesFolder, file) : null;
}

/** Writes them into a document's folder, those that are there already anew. */
export async function writeDerived(
  files: StoreFiles,
  folder: string,
  { pictures = [], pages = null }: DerivedFiles,
): Promise<void> {
  if (pictures.length > 0) {
    await files.makeFolder(join(folder, picturesFolder));
    for (const { file, bytes } of pictures) {
      const path = picturePath(folder, file);
      if (path !== null) await writeFlushed(files, path, bytes);
    }
    await files.syncFolder(join(folder, picturesFolder));
  }
  if (pages !== null) {
    await writeFlushed(files, join(folder, pagesName), encodeFile(pagesFile, pages, false));
  }
}

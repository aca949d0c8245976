import type { EpubPackage } from './epub-package.ts';
import { archivePath, type Archive } from './zip.ts';

export interface BookTargets {
  /** The file in the archive that a reference leads to, however it is spelled. */
  readonly file: (from: string, reference: string) => string | null;
  /** The anchor in the text: a document of the spine, or a place in it as `path#id`. */
  readonly anchor: (from: string, reference: string) => string | null;
}

/** Where the references of a book lead. One into a folder that is not there leads to the only file of its name. */
export function bookTargets(archive: Archive, { spine }: EpubPackage): BookTargets {
  const pages = new Set(spine.map(({ item }) => item?.path));
  const byFile = new Map<string, string | null>();
  for (const name of archive.names) {
    const file = fileName(name);
    byFile.set(file, byFile.has(file) ? null : name);
  }
  const file = (from: string, reference: string): string | null => {
    const tidy = reference.replaceAll('\\', '/');
    if (/^[a-z][a-z0-9+.-]*:/i.test(tidy) || tidy.startsWith('//')) return null;
    const path = archivePath(from, tidy);
    const found = path === null ? null : archive.find(path);
    return found ?? byFile.get(fileName(path ?? tidy)) ?? null;
  };
  return {
    file,
    anchor: (from, reference) => {
      const path = reference.startsWith('#') ? from : file(from, reference);
      if (path === null || !pages.has(path)) return null;
      const hash = reference.indexOf('#');
      const id = hash < 0 ? '' : unescaped(reference.slice(hash + 1));
      return id === '' || /^(?:epubcfi|xpointer)\(/.test(id) ? path : `${path}#${id}`;
    },
  };
}

function fileName(path: string): string {
  return (path.split('/').at(-1) ?? path).normalize('NFC').toLowerCase();
}

function unescaped(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

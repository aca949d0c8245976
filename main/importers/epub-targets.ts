import { isPage, type EpubPackage, type ManifestItem } from './epub-package.ts';
import { archivePath, type Archive } from './zip.ts';

export interface BookTargets {
  /** The file in the archive that a reference leads to, however it is spelled. */
  readonly file: (from: string, reference: string) => string | null;
  /** The anchor in the text: a document of the book, or a place in it as `path#id`. */
  readonly anchor: (from: string, reference: string) => string | null;
  /** Documents that references led to although the spine does not have them; it grows as pages are read. */
  readonly beside: ReadonlySet<ManifestItem>;
}

/** Where the references of a book lead. One into a folder that is not there leads to the only file of its name. */
export function bookTargets(archive: Archive, { spine, items }: EpubPackage): BookTargets {
  const pages = new Set(spine.map(({ item }) => item?.path));
  const others = new Map<string, ManifestItem>();
  const beside = new Set<ManifestItem>();
  for (const item of items.values()) {
    const { path, properties } = item;
    if (path === null || pages.has(path) || !isPage(item) || properties.includes('nav')) continue;
    others.set(path, item);
  }
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
    beside,
    anchor: (from, reference) => {
      const path = reference.startsWith('#') ? from : file(from, reference);
      if (path === null) return null;
      const other = others.get(path);
      if (other !== undefined) beside.add(other);
      else if (!pages.has(path)) return null;
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

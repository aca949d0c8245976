import { isPicture, type EpubPackage } from './epub-package.ts';
import { parsePage } from './epub-page.ts';
import { elementsOf, findElement } from './xml.ts';
import type { Archive } from './zip.ts';

type File = (from: string, reference: string) => string | null;

/** The picture of the cover, where the package names it in one of the ways that there are. */
export function bookCover(archive: Archive, pack: EpubPackage, file: File): string | null {
  const items = [...pack.items.values()];
  const metas = pack.metadata === null ? [] : elementsOf(pack.metadata, 'meta');
  const named = metas.find(({ attributes }) => attributes['name'] === 'cover')?.attributes[
    'content'
  ];
  const references = pack.guide === null ? [] : elementsOf(pack.guide, 'reference');
  const guide = references.find(({ attributes }) => /cover/i.test(attributes['type'] ?? ''));
  const candidates = [
    items.find(({ properties }) => properties.includes('cover-image'))?.path,
    pack.items.get(named ?? '')?.path,
    named === undefined ? null : file(pack.path, named),
    guide === undefined ? null : file(pack.path, guide.attributes['href'] ?? ''),
    items.find((item) => isPicture(item) && /cover/i.test(item.href))?.path,
  ];
  for (const path of candidates) {
    const picture = path == null ? null : pictureAt(archive, path, file);
    if (picture !== null) return picture;
  }
  return null;
}

/** A picture itself, or the first one on a page. */
function pictureAt(archive: Archive, path: string, file: File): string | null {
  if (/\.(?:png|jpe?g|gif|webp|svg|avif|bmp)$/i.test(path)) return path;
  const bytes = archive.read(path);
  const root = bytes === null ? null : (parsePage(bytes)?.root ?? null);
  if (root === null) return null;
  const image = findElement(root, 'img') ?? findElement(root, 'image');
  const { src, href, 'xlink:href': linked } = image?.attributes ?? {};
  const reference = src ?? linked ?? href;
  return reference === undefined ? null : file(path, reference);
}

import { decode } from './decode.ts';
import { elementsOf, findElement, parseXml, textOf, type XmlElement } from './xml.ts';
import { archivePath, type Archive } from './zip.ts';

export interface ManifestItem {
  /** As the package writes it, escapes read. */
  readonly href: string;
  /** The file in the archive; null where it is missing. */
  readonly path: string | null;
  readonly type: string;
  readonly properties: readonly string[];
  readonly fallback: string | null;
}

export interface SpineItem {
  readonly item: ManifestItem | null;
  /** The way from the package to it, as an EPUB CFI writes it. */
  readonly cfi: string;
}

export interface EpubPackage {
  /** The path of the package file: what it names is relative to it. */
  readonly path: string;
  readonly metadata: XmlElement | null;
  readonly guide: XmlElement | null;
  readonly items: ReadonlyMap<string, ManifestItem>;
  readonly spine: readonly SpineItem[];
  /** The item that the spine names as its NCX. */
  readonly ncx: ManifestItem | null;
  readonly fixedLayout: boolean;
  /** False where the spine had to be guessed. */
  readonly whole: boolean;
}

const none: XmlElement = { name: '', local: '', attributes: {}, children: [] };

/** The package of a book, wherever it is; where there is none, the pages in the archive are the book. */
export function readPackage(archive: Archive): EpubPackage {
  const path = packagePath(archive) ?? '';
  const root = path === '' ? null : xmlFile(archive, path);
  const pack = root ?? none;
  const metadata = findElement(pack, 'metadata');
  const items = manifestItems(archive, path, findElement(pack, 'manifest') ?? pack);
  const spine = spineOf(pack, items);
  const ncx = items.get(findElement(pack, 'spine')?.attributes['toc'] ?? '') ?? null;
  const guessed = spine.some(({ item }) => item?.path != null)
    ? null
    : guessedSpine(archive, items);
  return {
    path,
    metadata,
    guide: findElement(pack, 'guide'),
    items,
    spine: guessed ?? spine,
    ncx: ncx ?? [...items.values()].find(({ type }) => type === 'application/x-dtbncx+xml') ?? null,
    fixedLayout: isFixed(pack, metadata) || hasFixedOption(archive),
    whole: guessed === null,
  };
}

/** The root of an XML file; null where there is none to be read. */
export function xmlFile(archive: Archive, path: string): XmlElement | null {
  const bytes = archive.read(path);
  return bytes === null ? null : parseXml(decode(bytes, 'page.xhtml')).root;
}

function packagePath(archive: Archive): string | null {
  const container = archive.find('META-INF/container.xml');
  const root = container === null ? null : xmlFile(archive, container);
  const named = root === null ? null : findElement(root, 'rootfile')?.attributes['full-path'];
  const path = named == null ? null : archive.find(archivePath('', named) ?? '');
  if (path !== null && xmlFile(archive, path) !== null) return path;
  const others = archive.names.filter((name) => /\.opf$/i.test(name));
  return others.toSorted((a, b) => a.split('/').length - b.split('/').length)[0] ?? null;
}

function manifestItems(
  archive: Archive,
  path: string,
  manifest: XmlElement,
): Map<string, ManifestItem> {
  const items = new Map<string, ManifestItem>();
  for (const { attributes } of elementsOf(manifest, 'item')) {
    const { id, href, fallback } = attributes;
    if (id === undefined || href === undefined || items.has(id)) continue;
    const full = archivePath(path, href.replaceAll('\\', '/'));
    items.set(id, {
      href: archivePath('', href.replaceAll('\\', '/')) ?? href,
      path: full === null ? null : archive.find(full),
      type: (attributes['media-type'] ?? '').trim().toLowerCase(),
      properties: (attributes['properties'] ?? '').split(/\s+/),
      fallback: fallback ?? null,
    });
  }
  return items;
}

function spineOf(pack: XmlElement, items: ReadonlyMap<string, ManifestItem>): readonly SpineItem[] {
  const spine = findElement(pack, 'spine');
  if (spine === null) return [];
  const step = 2 * (1 + elementsOf(pack).indexOf(spine));
  return elementsOf(spine).flatMap((ref, index) => {
    if (ref.local !== 'itemref') return [];
    const item = items.get(ref.attributes['idref'] ?? '') ?? null;
    return [{ item: item && readable(item, items), cfi: `/${step}/${2 * (index + 1)}` }];
  });
}

/** The item itself, or the first of its fallbacks that is a page or a picture. */
function readable(item: ManifestItem, items: ReadonlyMap<string, ManifestItem>): ManifestItem {
  const tried = new Set<ManifestItem>();
  for (let next: ManifestItem | undefined = item; next !== undefined && !tried.has(next);) {
    if (isPage(next) || isPicture(next)) return next;
    tried.add(next);
    next = items.get(next.fallback ?? '');
  }
  return item;
}

export function isPage({ type, href }: ManifestItem): boolean {
  return /html|dtbook|oeb1-document/.test(type) || /\.(?:x?html?|xht)$/i.test(href);
}

export function isPicture({ type }: ManifestItem): boolean {
  return type.startsWith('image/');
}

/** Pages that nobody put in order: as the manifest has them, else as the archive does. */
function guessedSpine(
  archive: Archive,
  items: ReadonlyMap<string, ManifestItem>,
): readonly SpineItem[] {
  const listed = [...items.values()].filter((item) => item.path !== null && isPage(item));
  const pages = listed.length > 0 ? listed : archive.names.map(fileItem).filter(isPage);
  const contents = (item: ManifestItem): boolean => item.properties.includes('nav');
  return pages.filter((item) => !contents(item)).map((item) => ({ item, cfi: '' }));
}

function fileItem(path: string): ManifestItem {
  return { href: path, path, type: '', properties: [], fallback: null };
}

function isFixed(pack: XmlElement, metadata: XmlElement | null): boolean {
  const metas = metadata === null ? [] : elementsOf(metadata);
  const told = metas.some(({ attributes, children, local }) => {
    if (local !== 'meta') return false;
    const text = textOf({ ...none, children }).trim();
    const fixed = attributes['name'] === 'fixed-layout' && attributes['content'] === 'true';
    return fixed || (attributes['property'] === 'rendition:layout' && text === 'pre-paginated');
  });
  const spine = findElement(pack, 'spine');
  return (
    told ||
    (spine !== null &&
      elementsOf(spine).some(({ attributes }) =>
        attributes['properties']?.includes('rendition:layout-pre-paginated'),
      ))
  );
}

function hasFixedOption(archive: Archive): boolean {
  const root = xmlFile(archive, 'META-INF/com.apple.ibooks.display-options.xml');
  if (root === null) return false;
  return elementsOf(findElement(root, 'platform') ?? root).some(
    (option) => option.attributes['name'] === 'fixed-layout' && textOf(option).trim() === 'true',
  );
}

import type { EpubPackage } from './epub-package.ts';
import { parsePage } from './epub-page.ts';
import type { DraftOutlineItem } from './imported-draft.ts';
import { elementsOf, findElement, textOf, type XmlElement } from './xml.ts';
import type { Archive } from './zip.ts';

const mostItems = 20_000;
const longest = 500;

type Target = (from: string, reference: string) => string | null;

/** The contents as the book has them: of its navigation document, else of its NCX. */
export function bookOutline(
  archive: Archive,
  pack: EpubPackage,
  target: Target,
): readonly DraftOutlineItem[] {
  const nav = [...pack.items.values()].find(({ properties }) => properties.includes('nav'))?.path;
  const outline = nav == null ? [] : navOutline(archive, nav, target);
  if (outline.length > 0) return outline;
  const ncx = pack.ncx?.path ?? archive.names.find((name) => /\.ncx$/i.test(name));
  return ncx === undefined ? [] : ncxOutline(archive, ncx, target);
}

function rootOf(archive: Archive, path: string): XmlElement | null {
  const bytes = archive.read(path);
  return bytes === null ? null : (parsePage(bytes)?.root ?? null);
}

function navOutline(archive: Archive, path: string, target: Target): readonly DraftOutlineItem[] {
  const root = rootOf(archive, path);
  const navs = root === null ? [] : below(root, 'nav');
  const toc = navs.find(({ attributes }) =>
    /\b(?:doc-)?toc\b/.test(`${attributes['epub:type'] ?? ''} ${attributes['role'] ?? ''}`),
  );
  const list = toc ?? navs.find(({ attributes }) => attributes['epub:type'] === undefined);
  const items: Item[] = [];
  if (list !== undefined) for (const ol of elementsOf(list, 'ol')) readList(ol, 1, items);
  return placed(items, path, target);
}

interface Item {
  readonly level: number;
  readonly text: string;
  readonly href: string | null;
}

function readList(list: XmlElement, level: number, items: Item[]): void {
  for (const entry of elementsOf(list, 'li')) {
    const label = elementsOf(entry).find(({ local }) => local !== 'ol');
    const link = label?.local === 'a' ? label : label && findElement(label, 'a');
    const text = label === undefined ? '' : labelText(label);
    items.push({ level, text, href: link?.attributes['href'] ?? null });
    for (const inner of elementsOf(entry, 'ol')) readList(inner, level + 1, items);
  }
}

function ncxOutline(archive: Archive, path: string, target: Target): readonly DraftOutlineItem[] {
  const root = rootOf(archive, path);
  const map = root === null ? null : findElement(root, 'navMap');
  const items: Item[] = [];
  if (map !== null) readPoints(map, 1, items);
  return placed(items, path, target);
}

function readPoints(parent: XmlElement, level: number, items: Item[]): void {
  for (const point of elementsOf(parent, 'navPoint')) {
    const label = elementsOf(point, 'navLabel')[0];
    const href = elementsOf(point, 'content')[0]?.attributes['src'] ?? null;
    items.push({ level, text: label === undefined ? '' : labelText(label), href });
    readPoints(point, level + 1, items);
  }
}

/** Items with a place in the book; one that only groups others leads to the first of them. */
function placed(items: readonly Item[], from: string, target: Target): DraftOutlineItem[] {
  const found: DraftOutlineItem[] = [];
  let after: DraftOutlineItem | undefined;
  for (const item of items.slice(0, mostItems).toReversed()) {
    const { level, text, href } = item;
    const inside = after !== undefined && after.level > level ? after.to : null;
    const to = href === null ? inside : (target(from, href) ?? inside);
    if (to === null || text === '') continue;
    after = { level, text, to };
    found.push(after);
  }
  return found.reverse();
}

function labelText(label: XmlElement): string {
  const words = textOf(label).replace(/\s+/g, ' ').trim();
  const image = words === '' ? findElement(label, 'img') : null;
  return (image?.attributes['alt'] ?? words).trim().slice(0, longest);
}

function below(root: XmlElement, local: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const walk = (parent: XmlElement): void => {
    for (const child of elementsOf(parent)) {
      if (child.local === local) found.push(child);
      else walk(child);
    }
  };
  walk(root);
  return found;
}

import type { DraftInline } from '../../core/text/draft.ts';
import type { DraftOutlineItem, DraftPage } from './imported-draft.ts';
import { mostPdfOutlineItems } from './limits.ts';
import { linkTarget } from './links.ts';
import type { Places } from './pdf-places.ts';
import type { PdfDocumentProxy, PdfOutlineNode, ReadPage } from './pdf-types.ts';
import { boxOn, pointOn } from './pdf-view.ts';

/** Where a destination leads: a page from 0, and a height on it as it is shown. */
export interface Target {
  readonly page: number;
  readonly y: number | null;
}

/** Resolves destinations, each name once. */
export class Destinations {
  readonly #document: PdfDocumentProxy;
  readonly #pages: readonly ReadPage[];
  readonly #named = new Map<string, Target | null>();

  constructor(document: PdfDocumentProxy, pages: readonly ReadPage[]) {
    this.#document = document;
    this.#pages = pages;
  }

  async find(destination: unknown): Promise<Target | null> {
    if (typeof destination !== 'string') return this.#explicit(destination);
    const known = this.#named.get(destination);
    if (known !== undefined) return known;
    const explicit = await this.#document.getDestination(destination).catch(() => null);
    const target = await this.#explicit(explicit);
    this.#named.set(destination, target);
    return target;
  }

  async #explicit(destination: unknown): Promise<Target | null> {
    if (!Array.isArray(destination)) return null;
    const [where, kind, ...numbers] = destination as readonly unknown[];
    const index = typeof where === 'number' ? where : await this.#indexOf(where);
    const page = index === null ? undefined : this.#pages[index];
    if (page === undefined || index === null) return null;
    const name = typeof kind === 'object' && kind !== null && 'name' in kind ? kind.name : '';
    const at =
      name === 'XYZ' ? 1 : name === 'FitH' || name === 'FitBH' ? 0 : name === 'FitR' ? 3 : -1;
    const y = numbers[at];
    if (typeof y !== 'number' || !Number.isFinite(y)) return { page: index, y: null };
    const x = name === 'XYZ' || name === 'FitR' ? numbers[0] : 0;
    return { page: index, y: pointOn(page, typeof x === 'number' ? x : 0, y)[1] };
  }

  async #indexOf(reference: unknown): Promise<number | null> {
    if (typeof reference !== 'object' || reference === null) return null;
    const cached = this.#document.cachedPageNumber(reference);
    if (cached !== null) return cached - 1;
    return this.#document.getPageIndex(reference).catch(() => null);
  }
}

/** The links of a page, for its picture; those on words also as inlines of their blocks. */
export async function linksOf(
  page: ReadPage,
  destinations: Destinations,
  places: Places,
  inlines: Map<number, DraftInline[]>,
): Promise<DraftPage['links']> {
  const links: DraftPage['links'][number][] = [];
  for (const { subtype, url, dest, rect } of page.annotations) {
    if (subtype !== 'Link') continue;
    const href = url === undefined ? null : linkTarget(url, null);
    const target = href === null && dest !== undefined ? await destinations.find(dest) : null;
    const anchor = target === null ? null : places.below(target.page, target.y);
    if (href === null && anchor === null) continue;
    const box = boxOn(page, rect);
    const [left, top, right, bottom] = box;
    const to = href === null ? { anchor: anchor ?? '' } : { href };
    links.push({ left, top, width: right - left, height: bottom - top, to });
    for (const { block, start, end } of places.under(page.index, box)) {
      const own = inlines.get(block) ?? [];
      inlines.set(block, own);
      own.push(
        'href' in to
          ? { kind: 'link', href: to.href, start, end }
          : { kind: 'jump', to: to.anchor, start, end },
      );
    }
  }
  return links;
}

export interface OutlineEntry {
  readonly level: number;
  readonly text: string;
  readonly target: Target | null;
}

/** The outline in order, its titles as one line each. */
export async function outlineOf(
  document: PdfDocumentProxy,
  destinations: Destinations,
): Promise<readonly OutlineEntry[]> {
  const root = await document.getOutline().catch(() => null);
  const entries: OutlineEntry[] = [];
  const waiting: { readonly node: PdfOutlineNode; readonly level: number }[] = [];
  const push = (nodes: readonly PdfOutlineNode[], level: number): void => {
    for (const node of nodes.toReversed()) waiting.push({ node, level });
  };
  push(root ?? [], 1);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (entries.length >= mostPdfOutlineItems) break;
    const { node, level } = next;
    const text = node.title.replace(/\s+/g, ' ').trim();
    if (text !== '') entries.push({ level, text, target: await destinations.find(node.dest) });
    push(node.items, level + 1);
  }
  return entries;
}

export function draftOutline(
  entries: readonly OutlineEntry[],
  places: Places,
): readonly DraftOutlineItem[] {
  return entries.flatMap(({ level, text, target }) => {
    const to = target === null ? null : places.below(target.page, target.y);
    return to === null ? [] : [{ level: Math.min(level, 6), text, to }];
  });
}

import { bodyType } from './pdf-headings.ts';
import { lineOf } from './pdf-order.ts';
import type { Fragment, Line, ReadPage } from './pdf-types.ts';

/** A page's text apart from its running heads, feet and page numbers. */
export interface ParsedPage {
  readonly body: readonly Fragment[];
  readonly head: readonly Line[];
  readonly foot: readonly Line[];
}

const zone = 0.13;
const pageNumber =
  /^\W{0,3}(?:page |seite |p\. ?|s\. ?)?(?:\d{1,5}|[ivxlcdm]{1,8})(?: ?(?:of|von|sur|de|\/) ?\d{1,5})?\W{0,3}$/i;

/** Furniture is what stands near the edge of several pages in the same words but for numbers, and lone page numbers. */
export function partFurniture(pages: readonly ReadPage[]): readonly ParsedPage[] {
  const largest = 1.25 * bodyType(pages.flatMap(({ fragments }) => fragments)).size;
  const edgesOf = (page: ReadPage): readonly Fragment[] => smallAtEdge(page, largest);
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(edgesOf(page).flatMap((one) => keysOf(one, page)))) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return pages.map((page) => {
    const edges = edgesOf(page);
    const found = new Set(
      edges.filter((one) => {
        const repeats = keysOf(one, page).some((key) => (counts.get(key) ?? 0) >= 3);
        return repeats || (pages.length > 1 && pageNumber.test(one.text) && isOutermost(one, page));
      }),
    );
    // A page of nothing else is no furniture.
    if (found.size === 0 || found.size === page.fragments.length) {
      return { body: page.fragments, head: [], foot: [] };
    }
    const body = page.fragments.filter((one) => !found.has(one));
    const top = (one: Fragment): boolean => one.base < page.height / 2;
    return {
      body,
      head: rows([...found].filter(top)),
      foot: rows([...found].filter((one) => !top(one))),
    };
  });
}

/** Large type at the top is a heading, though every chapter has one. */
function smallAtEdge({ fragments, height }: ReadPage, largest: number): readonly Fragment[] {
  return fragments.filter(
    ({ base, angle, text, size }) =>
      angle === 0 &&
      size <= largest &&
      text.length < 200 &&
      (base < height * zone || base > height * (1 - zone)),
  );
}

/** Two names for each place, so that a point up or down counts as the same. */
function keysOf({ text, base, size }: Fragment, { height }: ReadPage): readonly string[] {
  const words = text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ');
  const side = base < height / 2 ? 'top' : 'bottom';
  const from = base < height / 2 ? base : height - base;
  const place = from / Math.max(4, size);
  return [Math.floor(place), Math.floor(place + 0.5) + 0.5].map(
    (at) => `${side} ${String(at)} ${words}`,
  );
}

/** Nothing stands between it and the edge of the page. */
function isOutermost(one: Fragment, { fragments, height }: ReadPage): boolean {
  const top = one.base < height / 2;
  return fragments.every(
    ({ base, angle }) =>
      angle !== 0 || (top ? base >= one.base - one.size * 0.5 : base <= one.base + one.size * 0.5),
  );
}

function rows(fragments: readonly Fragment[]): readonly Line[] {
  const made: Fragment[][] = [];
  for (const fragment of fragments.toSorted((a, b) => a.base - b.base)) {
    const row = made.at(-1);
    if (row?.[0] !== undefined && fragment.base - row[0].base < 0.5 * fragment.size)
      row.push(fragment);
    else made.push([fragment]);
  }
  return made.map(lineOf);
}

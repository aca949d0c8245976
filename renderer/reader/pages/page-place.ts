import { firstIndex } from '../points.ts';

interface Pages {
  readonly elements: readonly HTMLElement[];
}

// A place among pages: 2.5 is the middle of the third page. Unlike an offset it is there on pages without text too.

/** The place at `y` in the window; in the gap between two pages, the head of the second. */
export function pagePlaceAt({ elements }: Pages, y: number): number {
  const index = firstIndex(elements, (item) => item.getBoundingClientRect().bottom > y);
  const page = elements[index];
  if (page === undefined) return elements.length;
  const { top, height } = page.getBoundingClientRect();
  return index + Math.min(Math.max((y - top) / Math.max(height, 1), 0), 1);
}

/** Where in the window a place stands. */
export function yOfPage({ elements }: Pages, place: number): number {
  const index = Math.min(Math.floor(place), elements.length - 1);
  const box = elements[index]?.getBoundingClientRect();
  return box === undefined ? 0 : box.top + (place - index) * box.height;
}

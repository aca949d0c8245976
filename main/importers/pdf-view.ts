import type { Box } from './pdf-places.ts';
import type { ReadPage } from './pdf-types.ts';

/** A place of the PDF's own, from the bottom left corner, on the page as it is shown. */
export function pointOn(
  { transform: [a, b, c, d, e, f] }: ReadPage,
  x: number,
  y: number,
): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

export function boxOn(
  page: ReadPage,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
): Box {
  const [from, to] = [pointOn(page, x0, y0), pointOn(page, x1, y1)];
  return [
    Math.min(from[0], to[0]),
    Math.min(from[1], to[1]),
    Math.max(from[0], to[0]),
    Math.max(from[1], to[1]),
  ];
}

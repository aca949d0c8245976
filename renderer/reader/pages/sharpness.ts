/** Of one picture: a page that would take more is drawn less sharp. */
const mostPixels = 24_000_000;
const longestSide = 8192;

/** Pixels to a point that a page is drawn at, where `wanted` would be sharp. */
export function sharpness(
  { width, height }: { readonly width: number; readonly height: number },
  wanted: number,
): number {
  const byArea = Math.sqrt(mostPixels / (width * height));
  const bySide = longestSide / Math.max(width, height);
  return Math.min(wanted, byArea, bySide);
}

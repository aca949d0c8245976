import type { Span } from '../../../core/model/span.ts';
import { pointAt } from './painted.ts';

/** A picture of the window in CSS px. Data addresses are no images to the program's policy: decoded here instead. */
async function decode(base64: string): Promise<ImageData> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes]));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}

/** The most frequent colour of a part: what lies under the letters. */
function ground({ data, width, height }: ImageData, box: DOMRect): number {
  const counts = new Map<number, number>();
  for (let y = Math.max(0, Math.floor(box.top)); y < Math.min(height, box.bottom); y++) {
    for (let x = Math.max(0, Math.floor(box.left)); x < Math.min(width, box.right); x++) {
      const at = (y * width + x) * 4;
      const colour = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? -1;
}

/** How many of the spans that begin on screen lie on another ground than the paper beside the text. */
export async function paintedOnPicture(
  base64: string,
  spans: readonly Span[],
): Promise<{ readonly looked: number; readonly painted: number }> {
  const picture = await decode(base64);
  const text = document.querySelector('.text')?.getBoundingClientRect();
  if (text === undefined) return { looked: 0, painted: 0 };
  const paper = ground(picture, new DOMRect(text.left - 12, Math.max(text.top, 60), 8, 200));
  let looked = 0;
  let painted = 0;
  for (const { start } of spans) {
    const [from, to] = [pointAt(start), pointAt(start + 8)];
    if (from === null || to === null || from.node !== to.node) continue;
    const range = document.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    const rects = range.getClientRects();
    const rect = rects[0];
    if (rects.length !== 1 || rect === undefined) continue;
    const hit = document.elementFromPoint(rect.left + 2, rect.top + rect.height / 2);
    if (hit?.closest('.text') == null) continue;
    looked += 1;
    if (ground(picture, rect) !== paper) painted += 1;
  }
  return { looked, painted };
}

/**
 * The share of the text's height that shows letters, in each picture of the window. Bands as high as a line with the gap
 * after a paragraph count as covered when any letter stands in them.
 */
export async function textCover(
  pictures: readonly string[],
  column: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  },
  width: number,
): Promise<number[]> {
  const shares: number[] = [];
  for (const base64 of pictures) {
    const picture = await decode(base64);
    const scale = picture.width / width;
    const band = Math.ceil(56 * scale);
    let covered = 0;
    let bands = 0;
    for (
      let top = Math.ceil(column.top * scale);
      top + band <= column.bottom * scale;
      top += band
    ) {
      bands += 1;
      if (hasInk(picture, column.left * scale, column.right * scale, top, top + band)) covered += 1;
    }
    shares.push(bands === 0 ? 0 : covered / bands);
  }
  return shares;
}

function hasInk(
  picture: ImageData,
  left: number,
  right: number,
  top: number,
  bottom: number,
): boolean {
  const { data, width } = picture;
  const light = (x: number, y: number): number => data[(y * width + x) * 4 + 1] ?? 255;
  for (let y = top; y < bottom; y++) {
    let ink = 0;
    for (let x = Math.floor(left); x < right; x++) if (light(x, y) < 190) ink += 1;
    if (ink > (right - left) * 0.03) return true;
  }
  return false;
}

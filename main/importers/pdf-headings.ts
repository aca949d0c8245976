import type { PdfBlock } from './pdf-blocks.ts';
import { isFinished } from './pdf-paragraphs.ts';
import type { Line } from './pdf-types.ts';

export type Level = 1 | 2 | 3 | 4 | 5 | 6;

/** The size and the font that most of the text has. */
export interface BodyType {
  readonly size: number;
  readonly font: string;
}

export function bodyType(lines: Iterable<Pick<Line, 'text' | 'size' | 'font'>>): BodyType {
  const sizes = new Map<number, number>();
  const fonts = new Map<string, number>();
  for (const { text, size, font } of lines) {
    const rounded = Math.round(size * 2) / 2;
    sizes.set(rounded, (sizes.get(rounded) ?? 0) + text.length);
    fonts.set(font, (fonts.get(font) ?? 0) + text.length);
  }
  const most = <T>(counts: ReadonlyMap<T, number>): T | undefined =>
    [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  return { size: most(sizes) ?? 0, font: most(fonts) ?? '' };
}

export const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Which blocks are headings: those that the outline names, larger type, and lines of another font that stand alone. */
export function headingLevels(
  blocks: readonly PdfBlock[],
  body: BodyType,
  named: ReadonlyMap<string, number>,
): readonly (Level | null)[] {
  const larger = (block: PdfBlock): boolean =>
    isShort(block) && sizeOf(block) >= body.size * 1.15 && /\p{L}{2}/u.test(block.text);
  const sizes = [...new Set(blocks.filter(larger).map((block) => Math.round(sizeOf(block))))].sort(
    (a, b) => b - a,
  );
  return blocks.map((block, index): Level | null => {
    if (block.paragraph.furniture || block.paragraph.marker !== null || !isShort(block))
      return null;
    const depth = named.get(plain(block.text));
    if (depth !== undefined) return levelOf(depth);
    if (larger(block)) return levelOf(sizes.indexOf(Math.round(sizeOf(block))) + 1);
    const next = blocks[index + 1];
    return next !== undefined && standsOut(block, next, body) ? levelOf(sizes.length + 1) : null;
  });
}

/** What the first page says in its largest letters, well above those of the text: the title of most papers and reports. */
export function titleOnPage(blocks: readonly PdfBlock[], body: BodyType): string | null {
  const large = blocks.filter(
    (block) =>
      block.placed[0]?.page === 0 &&
      isShort(block) &&
      sizeOf(block) >= body.size * 1.35 &&
      /\p{L}{3}/u.test(block.text),
  );
  const most = Math.max(...large.map(sizeOf));
  const text = large
    .find((block) => sizeOf(block) === most)
    ?.text.replace(/\s+/g, ' ')
    .trim();
  return text !== undefined && text.length >= 8 ? text : null;
}

function levelOf(depth: number): Level {
  return Math.min(6, Math.max(1, depth)) as Level;
}

function sizeOf({ paragraph }: PdfBlock): number {
  return paragraph.lines[0]?.size ?? 0;
}

function isShort({ text, paragraph }: PdfBlock): boolean {
  return (
    text.length <= 200 &&
    paragraph.lines.length <= 4 &&
    !paragraph.lines.some((line) => line.tabular && line.fragments.length > 2)
  );
}

/** One line in another font than the text, with room above it and the text below. */
function standsOut({ paragraph, text }: PdfBlock, next: PdfBlock, body: BodyType): boolean {
  const [line] = paragraph.lines;
  const below = next.paragraph.lines[0];
  if (line === undefined || below === undefined || paragraph.lines.length > 1) return false;
  return (
    paragraph.spaced &&
    text.length < 90 &&
    line.font !== body.font &&
    line.size > body.size * 0.95 &&
    !line.tabular &&
    line.angle === 0 &&
    line.fragments.every((one) => one.pieces.length < 4) &&
    /^[\p{Lu}\p{N}]/u.test(text) &&
    /\p{L}{3}/u.test(text) &&
    !isFinished(text) &&
    !/[,]$/.test(text) &&
    !/^(?:fig|tab|abb)/i.test(text) &&
    below.font === body.font &&
    next.text.length > text.length &&
    next.paragraph.page === paragraph.page
  );
}

import type { Span } from '../model/span.ts';

const reach = 64;
const farthest = 4096;

/**
 * The smallest span around `span` that cuts no grapheme cluster (an accent from its letter, a half from its emoji).
 * Looks at the neighbourhood of the ends alone, so its cost does not grow with the text.
 */
export function snapToGraphemes(text: string, span: Span): Span {
  return { start: boundaryBefore(text, span.start), end: boundaryAfter(text, span.end) };
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function boundaryBefore(text: string, offset: number): number {
  return inside(text, offset)?.start ?? offset;
}

function boundaryAfter(text: string, offset: number): number {
  return inside(text, offset)?.end ?? offset;
}

/** The cluster that an offset cuts, if it cuts one. */
function inside(text: string, offset: number): Span | null {
  if (offset <= 0 || offset >= text.length) return null;
  // The window starts at a line end or an ASCII character: inside a run of flags or joined emoji every place looks alike.
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  let from = Math.max(line, offset - reach);
  while (from > line && offset - from < farthest && text.charCodeAt(from) >= 0x80) from -= 1;
  const window = text.slice(from, offset + reach);
  const found = segmenter.segment(window).containing(offset - from);
  if (found === undefined) return null;
  const start = from + found.index;
  return start === offset ? null : { start, end: start + found.segment.length };
}

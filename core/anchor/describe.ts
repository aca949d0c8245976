import type { Selector } from '../model/annotation.ts';
import type { Span } from '../model/span.ts';
import { headingPath, type OutlineItem } from '../text/outline.ts';

const contextLength = 48;

/** Everything a span is stored by: its quote, 48 units of context on each side, the headings above, which occurrence it is. */
export function describeSpan(text: string, outline: readonly OutlineItem[], span: Span): Selector {
  const found = surroundings(text, outline, span);
  return { ...found, occurrence: countBefore(text, found.quote, span.start) };
}

/** What is next to a span or above it. */
export function surroundings(
  text: string,
  outline: readonly OutlineItem[],
  { start, end }: Span,
): Omit<Selector, 'occurrence'> {
  return {
    quote: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - contextLength), start).toWellFormed(),
    suffix: text.slice(end, end + contextLength).toWellFormed(),
    headings: headingPath(outline, start).map((item) => item.text),
  };
}

/** How often the text holds the quote before an offset; overlapping ones count. */
export function countBefore(text: string, quote: string, before: number): number {
  if (quote === '') return 0;
  let count = 0;
  for (let at = text.indexOf(quote); at !== -1 && at < before; at = text.indexOf(quote, at + 1)) {
    count += 1;
  }
  return count;
}

/** The nth place (from 0) where the text holds the quote exactly; null where there is none. */
export function findQuote(text: string, quote: string, nth = 0): Span | null {
  if (quote === '') return null;
  let at = -1;
  for (let i = 0; i <= nth; i++) {
    at = text.indexOf(quote, at + 1);
    if (at === -1) return null;
  }
  return { start: at, end: at + quote.length };
}

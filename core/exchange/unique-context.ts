import type { Span } from '../model/span.ts';

const shortest = 48;

/**
 * The text before and after a span, as long as it takes to make the passage unique: a TextQuoteSelector that matches
 * twice means both places. Cuts no surrogate pair.
 */
export function uniqueContext(
  text: string,
  { start, end }: Span,
): { readonly prefix: string; readonly suffix: string } {
  for (let length = shortest; ; length *= 2) {
    const from = boundary(text, Math.max(0, start - length));
    const to = boundary(text, Math.min(text.length, end + length));
    const whole = from === 0 && to === text.length;
    if (whole || isUnique(text, text.slice(from, to))) {
      return { prefix: text.slice(from, start), suffix: text.slice(end, to) };
    }
  }
}

function isUnique(text: string, passage: string): boolean {
  return text.indexOf(passage) === text.lastIndexOf(passage);
}

function boundary(text: string, at: number): number {
  return at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff ? at + 1 : at;
}

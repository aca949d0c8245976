import type { Span } from '../model/span.ts';

// W3C selectors and REFI-QDA count Unicode code points; JavaScript and this program count UTF-16 units.

/** Turns spans of UTF-16 units into spans of code points; one pass over the text for all of them. */
export function toCodePoints(text: string, spans: readonly Span[]): Span[] {
  const wanted = [...new Set(spans.flatMap((span) => [span.start, span.end]))].sort(
    (a, b) => a - b,
  );
  const found = new Map<number, number>();
  let unit = 0;
  let point = 0;
  for (const offset of wanted) {
    while (unit < offset && unit < text.length) {
      unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
      point += 1;
    }
    found.set(offset, point);
  }
  return spans.map((span) => ({
    start: found.get(span.start) ?? 0,
    end: found.get(span.end) ?? 0,
  }));
}

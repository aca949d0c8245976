import type { Span } from '../model/span.ts';
import type { CaretStep, Passage } from './caret-page.ts';
import { snapToGraphemes } from './graphemes.ts';
import { segments, sentences } from './segment.ts';

/** Units inside a passage. */
export type InnerUnit = 'character' | 'word' | 'sentence';

/** The nearest start (or end) of a unit in a passage after an offset, or before it; never inside a grapheme. */
export function edgeIn(
  passage: Passage,
  offset: number,
  unit: InnerUnit,
  side: keyof Span,
  by: CaretStep,
  language?: string,
): number | null {
  const at = offset - passage.start;
  for (const edge of edgesIn(passage.text, at, unit, side, by, language)) {
    const whole = snapToGraphemes(passage.text, { start: edge, end: edge })[side];
    if ((whole - at) * by > 0) return passage.start + whole;
  }
  return null;
}

/** All units of a passage that touch a span, as one; null where there are none. */
export function unitsOver(
  passage: Passage,
  span: Span,
  unit: InnerUnit,
  language?: string,
): Span | null {
  const at = { start: span.start - passage.start, end: span.end - passage.start };
  const found = [...unitsIn(passage.text, at, unit, language)];
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined) return null;
  const whole = snapToGraphemes(passage.text, { start: first.start, end: last.end });
  return { start: passage.start + whole.start, end: passage.start + whole.end };
}

function* unitsIn(
  text: string,
  { start, end }: Span,
  unit: InnerUnit,
  language?: string,
): Generator<Span> {
  if (unit === 'sentence') {
    for (const each of sentences(text, language)) {
      if (each.start < end && each.end > start) yield each;
    }
    return;
  }
  const pieces = segments(text, unit === 'word' ? 'word' : 'grapheme', language);
  for (let at = start; at < end;) {
    const piece = pieces.containing(at);
    if (piece === undefined) return;
    at = piece.index + piece.segment.length;
    if (unit === 'character' || piece.isWordLike === true) yield { start: piece.index, end: at };
  }
}

/** Candidates on the way from an offset, nearest first; some may lie on the offset or behind it. */
function* edgesIn(
  text: string,
  at: number,
  unit: InnerUnit,
  side: keyof Span,
  by: CaretStep,
  language?: string,
): Generator<number> {
  if (unit === 'sentence') {
    const edges = sentences(text, language).map((span) => span[side]);
    yield* by === 1 ? edges : edges.reverse();
    return;
  }
  const pieces = segments(text, unit === 'word' ? 'word' : 'grapheme', language);
  // A step before the first piece or after the last one begins with it.
  let next = Math.min(Math.max(by === 1 ? at - 1 : at, 0), text.length - 1);
  if (unit === 'character' && by === 1 && at < 0) yield 0;
  if (unit === 'character' && by === -1 && at > text.length) yield text.length;
  while (next >= 0 && next < text.length) {
    const piece = pieces.containing(next);
    if (piece === undefined) return;
    const end = piece.index + piece.segment.length;
    if (unit === 'character') yield by === 1 ? end : piece.index;
    else if (piece.isWordLike === true) yield side === 'start' ? piece.index : end;
    next = by === 1 ? end : piece.index - 1;
  }
}

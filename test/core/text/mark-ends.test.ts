import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../../core/model/span.ts';
import { snapToGraphemes } from '../../../core/text/graphemes.ts';
import { Stops, type End, type Passages, type TextPassage } from '../../../core/text/mark-ends.ts';

/** Paragraphs as a text holds them, with an empty line between two. */
function passagesOf(paragraphs: readonly string[]) {
  const passages: TextPassage[] = [];
  let at = 0;
  for (const text of paragraphs) {
    passages.push({ text, start: at, end: at + text.length });
    at += text.length + 2;
  }
  const around: Passages = {
    from: (offset) => passages.filter(({ end }) => end > offset),
    before: (offset) => passages.filter(({ start }) => start < offset).toReversed(),
  };
  return { text: paragraphs.join('\n\n'), around };
}

const bit = fc.constantFrom(
  ...'ships waited ,” . “ — don’t 👩‍👩‍👧 🇩🇪🇫🇷 e\u0301 漢字です فتح السادسة ולא 3.14 ไทย क्ष'.split(' '),
  ' ',
  '  ',
);
const paragraph = fc.array(bit, { minLength: 1, maxLength: 12 }).map((bits) => bits.join(''));
const texts = fc
  .array(paragraph, { minLength: 1, maxLength: 4 })
  .filter((list) => list.join('').trim() !== '');
const granularities = fc.constantFrom('word' as const, 'grapheme' as const);
const ends = fc.constantFrom<End>('start', 'end');

function expectWhole(text: string, span: Span): void {
  expect(span.start).toBeLessThan(span.end);
  expect(snapToGraphemes(text, span)).toEqual(span);
  const quote = text.slice(span.start, span.end);
  expect(quote.trim()).toBe(quote);
}

function bare(text: string, { start, end }: Span): Span {
  const passage = text.slice(start, end);
  return {
    start: start + passage.length - passage.trimStart().length,
    end: end - passage.length + passage.trimEnd().length,
  };
}

/** A span whose ends are stops. */
const someSpan = (text: string, around: Passages, a: number, b: number): Span | null => {
  const words = new Stops(around, 'word');
  const from = words.reach(text.length, Math.floor(a * text.length), 'start');
  const span = from && words.reach(from.start, Math.floor(b * text.length), 'end');
  return span && bare(text, span);
};

describe('moving an end of a mark', () => {
  it('leaves whole characters, without space at the ends, and never nothing', () => {
    fc.assert(
      fc.property(
        texts,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        granularities,
        ends,
        (list, a, b, granularity, end) => {
          const { text, around } = passagesOf(list);
          const span = someSpan(text, around, a, b);
          fc.pre(span !== null);
          expectWhole(text, span);
          const stops = new Stops(around, granularity);
          for (const by of [1, -1] as const) {
            const next = stops.step(span, end, by);
            if (next === null) continue;
            expectWhole(text, next);
            expect(Math.sign(next[end] - span[end])).toBe(by);
            expect(stops.step(next, end, -by as 1 | -1)).toEqual(span);
          }
          const fixed = end === 'end' ? span.start : span.end;
          for (let at = 0; at <= text.length; at++) {
            const next = stops.reach(fixed, at, end);
            if (next === null) continue;
            // Past the other end, that end has the space beside it, which a mark is stored without.
            expectWhole(
              text,
              at === fixed || at > fixed === (end === 'end') ? next : bare(text, next),
            );
            expect([next.start, next.end]).toContain(fixed);
            if (at !== fixed) expect(next.end > fixed).toBe(at > fixed);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('goes to the nearest word, and to signs where the pointer is on them', () => {
    const { text, around } = passagesOf([
      '“Nobody told us,” said the pilot.',
      'By noon they left.',
    ]);
    const words = new Stops(around, 'word');
    const quote = (span: Span | null) => span && text.slice(span.start, span.end);
    const at = (part: string) => text.indexOf(part);
    const nobody = at('Nobody');
    expect(quote(words.reach(nobody, at('ld us'), 'end'))).toBe('Nobody told');
    expect(quote(words.reach(nobody, at('old us'), 'end'))).toBe('Nobody');
    expect(quote(words.reach(nobody, at(' said'), 'end'))).toBe('Nobody told us,”');
    expect(quote(words.reach(at(' said'), 0, 'start'))).toBe('“Nobody told us,”');
    // Past the other end, and into the next paragraph.
    expect(quote(words.reach(at('told'), 1, 'end'))).toBe('Nobody ');
    expect(quote(words.reach(at('pilot'), at('noon') + 4, 'end'))).toBe('pilot.\n\nBy noon');
    const told = { start: at('told'), end: at(' us') };
    expect(quote(words.step(told, 'end', 1))).toBe('told us');
    expect(quote(words.step(told, 'start', -1))).toBe('Nobody told');
    expect(words.step(told, 'end', -1)).toBeNull();
    expect(words.step(told, 'start', 1)).toBeNull();
    const characters = new Stops(around, 'grapheme');
    expect(quote(characters.step(told, 'end', 1))).toBe('told u');
  });
});

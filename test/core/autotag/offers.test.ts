import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeSpan } from '../../../core/anchor/describe.ts';
import { describeSpans } from '../../../core/anchor/describe-many.ts';
import { offersOf } from '../../../core/autotag/offers.ts';
import { previewOf } from '../../../core/autotag/preview.ts';
import type { Span } from '../../../core/model/span.ts';
import { countingStamp, mark } from '../../main/store/workshop.ts';

const span = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 12 }))
  .map(([start, length]): Span => ({ start, end: start + length }));
const tag = fc.constantFrom('t1', 't2', 't3');

describe('what a rule offers', () => {
  it('is all that no mark with every one of the tags covers', () => {
    const marks = fc.array(fc.record({ span, tags: fc.uniqueArray(tag) }), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(span), marks, fc.uniqueArray(tag), (spans, made, tags) => {
        const stamp = countingStamp();
        const text = 'x'.repeat(100);
        const all = made.map((each) =>
          mark('d', text, each.span.start, each.span.end, stamp, { tags: each.tags }),
        );
        const found = spans.map((each) => ({ span: each, words: [] }));
        const { passages, tagged } = offersOf(found, all, tags);
        const open = spans.filter(
          ({ start, end }) =>
            tags.length === 0 ||
            !made.some(
              (each) =>
                each.span.start <= start &&
                end <= each.span.end &&
                tags.every((wanted) => each.tags.includes(wanted)),
            ),
        );
        const key = ({ start, end }: Span): string => `${String(start)} ${String(end)}`;
        expect(passages.map((each) => key(each.span)).sort()).toEqual(open.map(key).sort());
        expect(tagged).toBe(spans.length - open.length);
      }),
    );
  });

  it('is shown with the passage and its words where they stand', () => {
    const text = `${'Far before. '.repeat(20)}The sea,\nthe 👩‍👩‍👧 sea again.${' After it.'.repeat(20)}`;
    const start = text.indexOf('The sea');
    const end = text.indexOf('again.') + 6;
    const word = text.indexOf('sea again');
    const words = [{ span: { start: word, end: word + 3 }, term: 0 }];
    const shown = previewOf(text, { span: { start, end }, words });
    expect(shown.text.slice(...shown.passage)).toBe('The sea, the 👩‍👩‍👧 sea again.');
    expect(shown.words.map((at) => at - shown.passage[0])).toEqual([
      word - start,
      word - start + 3,
    ]);
  });

  it('shows the words of a passage of any length', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.nat(3000), (before, after) => {
        const text = `${'é '.repeat(before)}needle${' ü'.repeat(after)}`;
        const at = text.indexOf('needle');
        const words = [{ span: { start: at, end: at + 6 }, term: 0 }];
        const shown = previewOf(text, { span: { start: 0, end: text.length }, words });
        expect(shown.text.slice(...shown.words)).toBe('needle');
        expect(shown.text.length).toBeLessThan(600);
      }),
    );
  });
});

describe('many spans', () => {
  it('are described as each alone', () => {
    const text = fc.array(fc.constantFrom('ab', 'a', ' the same words ', 'the ', 'b ', '👩‍👩‍👧'), {
      maxLength: 60,
    });
    const cuts = fc.array(fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 40 })), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(text, cuts, (pieces, places) => {
        const whole = pieces.join('');
        const spans = places
          .map(([start, length]) => ({ start, end: Math.min(start + length, whole.length) }))
          .filter(({ start, end }) => start < end);
        const outline = [
          { level: 1, text: 'One', start: 3 },
          { level: 2, text: 'Two', start: 80 },
        ];
        expect(describeSpans(whole, outline, spans)).toEqual(
          spans.map((each) => describeSpan(whole, outline, each)),
        );
      }),
    );
  });

  it('are described in one pass: 10,000 sentences of 4 MB', () => {
    const sentences = Array.from(
      { length: 40_000 },
      (_, n) => `Sentence ${String(n)} ${'about the sea and what it leaves '.repeat(3)}.`,
    );
    const text = sentences.join(' ');
    let start = 0;
    const spans = sentences.map((each) => {
      const made = { start, end: start + each.length };
      start += each.length + 1;
      return made;
    });
    const began = performance.now();
    expect(
      describeSpans(
        text,
        [],
        spans.filter((_, n) => n % 4 === 0),
      ),
    ).toHaveLength(10_000);
    expect(performance.now() - began).toBeLessThan(3000);
  });
});

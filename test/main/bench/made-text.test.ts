import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { annotationSchema } from '../../../core/model/annotation.ts';
import { parseSource } from '../../../main/importers/parse-source.ts';
import { figure } from '../../bench/figures.ts';
import { contentOf } from '../../bench/made/library.ts';
import { makeMarks } from '../../bench/made/marks.ts';
import { makeText } from '../../bench/made/text.ts';
import { countingStamp, value } from '../store/workshop.ts';

describe('the texts that are measured', () => {
  it('are the same for the same seed, of the wanted length, and others for another', () => {
    const made = makeText('A text', 30_000, 4);
    expect(makeText('A text', 30_000, 4)).toEqual(made);
    expect(makeText('A text', 30_000, 5).source).not.toBe(made.source);
    const { length } = contentOf(made).text;
    expect(length).toBeGreaterThanOrEqual(30_000);
    expect(length).toBeLessThan(33_000);
  });

  it('are what the program itself reads in their source', async () => {
    const made = makeText('A text', 20_000, 1);
    const bytes = Buffer.from(made.source);
    const read = value(await parseSource(bytes, 'text.md', { variant: 'article' })).content;
    const { text, blocks } = contentOf(made);
    expect(read.text).toBe(text);
    expect(read.blocks).toEqual(blocks);
  });

  it('bear marks of whole words, in order, that the program takes', () => {
    const { text } = contentOf(makeText('A text', 30_000, 2));
    const marks = makeMarks('document-1', text, 200, [], 3, countingStamp());
    expect(marks).toHaveLength(200);
    expect(marks.map(({ span }) => span.start)).toEqual(
      marks.map(({ span }) => span.start).sort((a, b) => a - b),
    );
    for (const mark of marks) {
      expect(annotationSchema.safeParse(mark).success).toBe(true);
      const { start, end } = mark.span;
      expect(mark.selector.quote).toBe(text.slice(start, end));
      expect(text.slice(start - 1, start)).not.toMatch(/\w/);
      expect(text.slice(end, end + 1)).not.toMatch(/\w/);
      expect(end - start).toBeGreaterThan(8);
      expect(end - start).toBeLessThan(350);
    }
    expect(makeMarks('document-1', text, 200, [], 3, countingStamp())).toEqual(marks);
  });
});

describe('a figure', () => {
  it('has as many samples below its median as above, within its least and its most', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 }),
        (samples) => {
          const { median, min, max, rounds } = figure(samples);
          expect(rounds).toBe(samples.length);
          expect(min).toBe(Math.min(...samples));
          expect(max).toBe(Math.max(...samples));
          expect(samples.filter((n) => n < median).length).toBeLessThanOrEqual(rounds / 2);
          expect(samples.filter((n) => n > median).length).toBeLessThanOrEqual(rounds / 2);
        },
      ),
    );
  });
});

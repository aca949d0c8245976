import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MarkList, readingOrder, type Sieved } from '../../../core/highlight/mark-list.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import { annotation, annotations } from '../../support/arbitraries.ts';

const length = 3000;
const [sample] = fc.sample(annotation(length), 1);
if (sample === undefined) throw new Error('no sample');

/** Far more marks than a chunk holds, so that chunks are cut and run empty. */
const many = (count: number, seed: number): Annotation[] =>
  Array.from({ length: count }, (_, index) => {
    const start = (index * 7919 + seed) % length;
    const id = `00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;
    return { ...sample, id, span: { start, end: start + 5 } };
  });

function expectSame(list: MarkList, plain: readonly Annotation[]): void {
  expect([...list]).toEqual(plain);
  expect(list.length).toBe(plain.length);
  for (const index of [0, 1, plain.length >> 1, plain.length - 1, plain.length, -1]) {
    expect(list.at(index)).toBe(index < 0 ? undefined : plain[index]);
  }
}

describe('MarkList', () => {
  it('is what a sorted array is, whatever is added and taken away', () => {
    const todo = fc.array(fc.tuple(annotation(length), fc.nat()), { maxLength: 40 });
    fc.assert(
      fc.property(fc.nat(2500), fc.nat(length), todo, (count, seed, steps) => {
        let plain = many(count, seed).sort(readingOrder);
        let list = MarkList.of(plain);
        for (const [mark, at] of steps) {
          if (plain.some(({ id }) => id === mark.id)) continue;
          plain = [...plain, mark].sort(readingOrder);
          list = list.with(mark);
          const gone = plain[at % plain.length];
          if (at % 3 !== 0 || gone === undefined) continue;
          plain = plain.filter((each) => each !== gone);
          list = list.without(gone);
        }
        expectSame(list, plain);
      }),
      { numRuns: 40 },
    );
  });

  it('knows where each mark stands, and how many start before an offset', () => {
    fc.assert(
      fc.property(annotations(length, 40), fc.nat(length), (marks, offset) => {
        const plain = [...new Map(marks.map((mark) => [mark.id, mark])).values()];
        const list = MarkList.of(plain);
        const sorted = plain.toSorted(readingOrder);
        expect(sorted.map((mark) => list.indexOf(mark))).toEqual([...sorted.keys()]);
        const before = plain.filter(({ span }) => span.start < offset).length;
        expect(list.startingBefore(offset)).toBe(before);
        for (const mark of plain) expect(list.without(mark).indexOf(mark)).toBe(-1);
      }),
    );
  });

  it('stays what it was when another is made of it', () => {
    const plain = many(1500, 3).sort(readingOrder);
    const list = MarkList.of(plain.slice(1));
    const [first, second] = plain;
    if (first === undefined || second === undefined) throw new Error('no marks');
    expectSame(list.with(first), plain);
    expectSame(list.without(second), plain.slice(2));
    expectSame(list, plain.slice(1));
  });

  it('fills from nothing and empties to nothing', () => {
    const plain = many(1300, 11).sort(readingOrder);
    const filled = plain.reduce((list, mark) => list.with(mark), MarkList.of([]));
    expectSame(filled, plain);
    expectSame(
      plain.reduce((list, mark) => list.without(mark), filled),
      [],
    );
  });

  it('filters as an array does, what it knows and what is new', () => {
    const plain = many(2000, 5).sort(readingOrder);
    const early = ({ span }: Annotation): boolean => span.start % 7 < 3;
    const known: Sieved = new WeakMap();
    const list = MarkList.of(plain.slice(0, -1));
    expectSame(list.filter(early, known), plain.slice(0, -1).filter(early));
    const last = plain.at(-1);
    if (last === undefined) throw new Error('no marks');
    expectSame(list.with(last).filter(early, known), plain.filter(early));
  });
});

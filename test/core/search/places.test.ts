import { describe, expect, it } from 'vitest';
import { placesFor, type Place } from '../../../core/search/places.ts';

const outline = [
  { level: 1, text: 'The harbour', start: 0 },
  { level: 2, text: 'On the quay', start: 400 },
  { level: 2, text: 'Chapter 43', start: 800 },
];
const paragraph = (number: number) =>
  number >= 1 && number <= 50 ? { start: number * 10, end: number * 10 + 9 } : null;
const places = (written: string): readonly Place[] =>
  placesFor(written, { length: 1000, outline, paragraph, pages: [] });
const kinds = (written: string): string[] => places(written).map(({ kind }) => kind);

describe('places of a text', () => {
  it.each([
    ['43%', 430],
    ['43 %', 430],
    ['43', 430],
    ['12,5%', 125],
    ['0%', 0],
    ['100%', 999],
    ['¶12', 120],
    ['p 12', 120],
    ['Paragraph 12', 120],
    ['@500', 500],
    ['character 500', 500],
    ['quay', 400],
    ['hrbr', 0],
  ])('%j means the offset %i first', (written, start) => {
    expect(places(written)[0]?.span.start).toBe(start);
  });

  it('a number alone may mean all of them', () => {
    expect(kinds('43')).toEqual(['percent', 'paragraph', 'character', 'heading']);
    expect(kinds('700')).toEqual(['character']);
    expect(kinds('43%')).not.toContain('paragraph');
  });

  it('nothing leads to the headings, in order, and what is not there to nothing', () => {
    expect(places('').map(({ span }) => span.start)).toEqual([0, 400, 800]);
    expect(kinds('101%')).toEqual([]);
    expect(kinds('¶51')).toEqual([]);
    expect(kinds('@1001')).toEqual([]);
    expect(kinds('zebra')).toEqual([]);
  });
});

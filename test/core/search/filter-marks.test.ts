import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../core/model/annotation.ts';
import { MarkFilter, withDescendants, type MarkQuery } from '../../../core/search/filter-marks.ts';
import { tag, time, uuid } from '../exchange/sample.ts';

const tags = new Map(
  [tag(1, 'source'), tag(2, 'anonymous', uuid(1)), tag(3, 'Été'), tag(4, 'deep', uuid(2))].map(
    (item) => [item.id, item],
  ),
);
const all: MarkQuery = { tag: null, colour: null, hasNote: false, text: '' };

function mark(index: number, quote: string, more: Partial<Annotation> = {}): Annotation {
  return {
    id: uuid(1000 + index),
    document: 'document-1',
    span: { start: index * 10, end: index * 10 + quote.length },
    selector: { quote, prefix: '', suffix: '', headings: [], occurrence: 0 },
    colour: 'yellow',
    tags: [],
    note: '',
    author: '',
    created: time,
    modified: time,
    ...more,
  };
}

const marks = [
  mark(0, 'The café on the quay', { tags: [uuid(3)] }),
  mark(1, 'fourteen ships waited', { colour: 'green', note: 'Ask the **pilot**' }),
  mark(2, 'Nobody told us', { tags: [uuid(4)] }),
];
const quotes = (query: Partial<MarkQuery>) =>
  new MarkFilter()
    .filter(marks, { ...all, ...query }, tags)
    .map((item) => item.selector.quote.slice(0, 8));

describe('filtering marks', () => {
  it('lets all through where nothing is asked', () => {
    expect(new MarkFilter().filter(marks, all, tags)).toBe(marks);
  });

  it('finds words in quote, note and names of tags, without case and accents', () => {
    expect(quotes({ text: 'CAFE' })).toEqual(['The café']);
    expect(quotes({ text: 'pilot ships' })).toEqual(['fourteen']);
    expect(quotes({ text: 'ete' })).toEqual(['The café']);
    expect(quotes({ text: 'pilot quay' })).toEqual([]);
  });

  it('finds the marks of a tag and of the tags below it', () => {
    expect(quotes({ tag: uuid(1) })).toEqual(['Nobody t']);
    expect(quotes({ tag: uuid(3) })).toEqual(['The café']);
  });

  it('asks for all things at once', () => {
    expect(quotes({ colour: 'green', hasNote: true })).toEqual(['fourteen']);
    expect(quotes({ colour: 'yellow', hasNote: true })).toEqual([]);
  });

  it('ends where tags are their own ancestors', () => {
    const circle = new Map(
      [tag(1, 'a', uuid(2)), tag(2, 'b', uuid(1))].map((item) => [item.id, item]),
    );
    expect(withDescendants(uuid(1), circle)).toEqual(new Set([uuid(1), uuid(2)]));
  });

  it('scans 50,000 marks between two key presses', () => {
    const many = Array.from({ length: 50_000 }, (_, index) =>
      mark(index, `passage ${index} of a long text that somebody marked at sea`),
    );
    const filter = new MarkFilter();
    filter.filter(many, { ...all, text: 'x' }, tags);
    const start = performance.now();
    expect(filter.filter(many, { ...all, text: 'passage 49999' }, tags)).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(120);
  });
});

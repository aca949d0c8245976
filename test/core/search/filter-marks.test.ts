import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../core/model/annotation.ts';
import { MarkList } from '../../../core/highlight/mark-list.ts';
import {
  MarkFilter,
  sift,
  withDescendants,
  type MarkQuery,
} from '../../../core/search/filter-marks.ts';
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
const list = MarkList.of(marks);
const quotes = (query: Partial<MarkQuery>) =>
  [...sift(list, new MarkFilter().sieve({ ...all, ...query }, tags.values()))].map((item) =>
    item.selector.quote.slice(0, 8),
  );

describe('filtering marks', () => {
  it('lets all through where nothing is asked', () => {
    expect(sift(list, new MarkFilter().sieve(all, tags.values()))).toBe(list);
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
    expect(withDescendants(uuid(1), circle.values())).toEqual(new Set([uuid(1), uuid(2)]));
  });

  it('asks the same of marks when a tag gets another name, so that nothing is looked through again', () => {
    const filter = new MarkFilter();
    const renamed = [...tags.values()].map((each) => ({ ...each, name: `${each.name} too` }));
    const query = { ...all, tag: uuid(1) };
    const before = filter.sieve(query, tags.values());
    expect(filter.sieve(query, renamed)).toBe(before);
    const worded = filter.sieve({ ...query, text: 'too' }, renamed);
    expect([...sift(list, worded)]).toEqual([marks[2]]);
    expect([...sift(list, filter.sieve({ ...query, text: 'too' }, tags.values()))]).toEqual([]);
  });

  it('looks at few marks again after one was added', () => {
    const many = MarkList.of(Array.from({ length: 20_000 }, (_, index) => mark(index, 'fox')));
    const { known } = new MarkFilter().sieve({ ...all, text: 'fox' }, []);
    let looked = 0;
    const passes = (): boolean => (looked++, true);
    many.filter(passes, known);
    looked = 0;
    expect(many.with(mark(30_000, 'fox')).filter(passes, known)).toHaveLength(20_001);
    expect(looked).toBeLessThan(600);
  });

  // How fast is measured by `npm run bench -- app --only filter`.
  it('finds one among 50,000 marks', () => {
    const many = MarkList.of(
      Array.from({ length: 50_000 }, (_, index) =>
        mark(index, `passage ${index} of a long text that somebody marked at sea`),
      ),
    );
    const filter = new MarkFilter();
    const find = (text: string) => sift(many, filter.sieve({ ...all, text }, tags.values()));
    expect(find('passage 49999')).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import { fuzzyMatch } from '../../../core/text/fuzzy.ts';

const paths = ['claim', 'claim / unsourced', 'figure', 'source', 'source / anonymous', 'Übergang'];
const match = (query: string, recent: readonly string[] = []) =>
  fuzzyMatch(query, paths, {
    text: (path) => path,
    age: (path) => (recent.includes(path) ? recent.indexOf(path) : undefined),
    limit: 10,
  });
const found = (query: string, recent?: readonly string[]) =>
  match(query, recent).map(({ item }) => item);

describe('fuzzy matching', () => {
  it('puts a name that starts with the letters first', () => {
    expect(found('so').slice(0, 3)).toEqual(['source', 'source / anonymous', 'claim / unsourced']);
  });

  it('finds letters in several parts of a path, and folds accents', () => {
    expect(found('soano')[0]).toBe('source / anonymous');
    expect(found('uber')[0]).toBe('Übergang');
    expect(found('zzz')).toEqual([]);
  });

  it('says where the letters stand', () => {
    const [first] = match('so');
    expect(first?.indexes.map((index) => first.item[index]).join('')).toBe('so');
  });

  it('shows what was used lately first when nothing is asked, then the rest by name', () => {
    expect(found('', ['source', 'figure'])).toEqual([
      'source',
      'figure',
      'claim',
      'claim / unsourced',
      'source / anonymous',
      'Übergang',
    ]);
  });

  it('lets use decide between near equals', () => {
    const items = ['voice one', 'voice two'];
    const best = (recent: string) =>
      fuzzyMatch('voice', items, {
        text: (item) => item,
        age: (item) => (item === recent ? 0 : undefined),
        limit: 5,
      })[0]?.item;
    expect(best('voice one')).toBe('voice one');
    expect(best('voice two')).toBe('voice two');
  });

  it('looks through 5,000 tags between two key presses', () => {
    const many = Array.from({ length: 5000 }, (_, index) => `group ${index % 90} / tag ${index}`);
    const options = { text: (item: string) => item, age: () => undefined, limit: 50 };
    // The first query prepares the names.
    fuzzyMatch('t', many, options);
    const start = performance.now();
    expect(fuzzyMatch('tag 4321', many, options)[0]?.item).toContain('tag 4321');
    expect(performance.now() - start).toBeLessThan(150);
  });
});

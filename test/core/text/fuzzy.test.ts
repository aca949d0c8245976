import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../core/text/fold.ts';
import { fuzzyMatch, fuzzyText } from '../../../core/text/fuzzy.ts';

const paths = ['claim', 'claim / unsourced', 'figure', 'source', 'source / anonymous', 'Übergang'];
const match = (query: string, recent: readonly string[] = []) =>
  fuzzyMatch(query, paths, {
    key: (path) => fuzzyText(path),
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
        key: (item) => fuzzyText(item),
        age: (item) => (item === recent ? 0 : undefined),
        limit: 5,
      })[0]?.item;
    expect(best('voice one')).toBe('voice one');
    expect(best('voice two')).toBe('voice two');
  });

  it('puts the own name before the path above it, and finds other names', () => {
    const items = [
      fuzzyText('trust / reasons', { leaf: 8 }),
      fuzzyText('people / trust', { leaf: 9, aliases: ['Vertrauen'] }),
    ];
    const ask = (query: string) =>
      fuzzyMatch(query, items, { key: (item) => item, age: () => undefined, limit: 5 });
    expect(ask('trust').map(({ item }) => item.text)).toEqual([
      'people / trust',
      'trust / reasons',
    ]);
    expect(ask('vertr')).toMatchObject([
      { item: items[1], indexes: [0, 1, 2, 3, 4], alias: 'Vertrauen' },
    ]);
  });

  it('takes words in any order, and the first letters of words', () => {
    expect(found('anon source')[0]).toBe('source / anonymous');
    expect(found('cu')[0]).toBe('claim / unsourced');
  });

  const name = fc.string({
    unit: fc.constantFrom('a', 'b', 'c', 'é', ' ', 'İ', 'ß', 'ǅ', '/', '-', '1', '漢', '🙂'),
    minLength: 1,
    maxLength: 24,
  });
  const ask = (query: string, names: readonly string[], limit = 50) =>
    fuzzyMatch(query, names, { key: (item) => fuzzyText(item), age: () => undefined, limit });

  it('finds each name by each part of it, and shows letters that fold to those asked', () => {
    fc.assert(
      fc.property(name, fc.nat(), fc.nat(), (text, from, length) => {
        const units = Array.from(text);
        const start = from % units.length;
        const query = units.slice(start, start + 1 + (length % 6)).join('');
        const [match] = ask(query, [text]);
        expect(match?.item).toBe(text);
        const shown = (match?.indexes ?? []).map((at) =>
          String.fromCodePoint(text.codePointAt(at) ?? 0),
        );
        const words = fold(query).split(/\s+/u).filter(Boolean);
        for (const word of words) {
          for (const letter of word) expect(shown.map(fold).join('')).toContain(letter);
        }
      }),
    );
  });

  it('answers the same for any case and accents, never more than the limit, and ranks as if there were none', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 30 }), name, fc.nat(10), (names, query, limit) => {
        const all = ask(query, names, 1000);
        expect(ask(fold(query), names, 1000)).toEqual(all);
        expect(ask(query, names, limit)).toEqual(all.slice(0, limit));
      }),
    );
  });

  // How fast is measured by `npm run bench -- app --only tagBox`: a bound here fails when the machine is busy.
  it('finds one among 5,000 tags', () => {
    const many = Array.from({ length: 5000 }, (_, index) =>
      fuzzyText(`group ${index % 90} / tag ${index}`, { aliases: [`label ${index}`] }),
    );
    const options = { key: (item: (typeof many)[0]) => item, age: () => undefined, limit: 50 };
    for (const query of ['tag 4321', 'label 4321']) {
      const found = fuzzyMatch(query, many, options);
      expect(found.length).toBeLessThanOrEqual(50);
      expect(found[0]?.item.text).toContain('tag 4321');
    }
  });
});

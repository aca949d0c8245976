import { go } from 'fuzzysort';

export interface FuzzyMatch<T> {
  readonly item: T;
  /** Where the letters of the query stand in the item's text, in UTF-16 units; empty where nothing was asked. */
  readonly indexes: readonly number[];
}

export interface FuzzyOptions<T> {
  readonly text: (item: T) => string;
  /** How long ago it was used: 0 for the last one, undefined for not lately. */
  readonly age: (item: T) => number | undefined;
  readonly limit: number;
}

// Fuzzysort scores from 0 to 1; use tips the scale between near equals and never lifts a poor match over a good one.
const useBonus = 0.06;

/** The items that a person may mean by a few letters, best first; what was used lately goes before its equals. */
export function fuzzyMatch<T>(
  query: string,
  items: readonly T[],
  { text, age, limit }: FuzzyOptions<T>,
): readonly FuzzyMatch<T>[] {
  const wanted = query.trim();
  if (wanted === '') return recentFirst(items, { text, age, limit });
  return go(wanted, items, {
    key: text,
    limit,
    threshold: 0.2,
    scoreFn: (result) => {
      const used = age(result.obj);
      return result.score + (used === undefined ? 0 : useBonus / (1 + used / 8));
    },
  }).map(({ obj, indexes }) => ({ item: obj, indexes: indexes.toSorted((a, b) => a - b) }));
}

function recentFirst<T>(
  items: readonly T[],
  { text, age, limit }: FuzzyOptions<T>,
): readonly FuzzyMatch<T>[] {
  const order = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  const ages = new Map(items.map((item) => [item, age(item)]));
  return items
    .toSorted((a, b) => compareAges(ages.get(a), ages.get(b)) || order.compare(text(a), text(b)))
    .slice(0, limit)
    .map((item) => ({ item, indexes: [] }));
}

function compareAges(a = Infinity, b = Infinity): number {
  return a === b ? 0 : a - b;
}

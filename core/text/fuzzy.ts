import { fold } from './fold.ts';
import { endsWord, lettersOf, startsWord, type FuzzyText } from './fuzzy-text.ts';

export { fuzzyText, type FuzzyText } from './fuzzy-text.ts';

export interface FuzzyMatch<T> {
  readonly item: T;
  /** Where the letters of the query stand in the item's text, in UTF-16 units; empty where nothing was asked. */
  readonly indexes: readonly number[];
  /** The other name that was matched instead of the text; `indexes` are places in it. */
  readonly alias: string | null;
  /** From 0 to about 1, to be compared with that of other lists; 0 where nothing was asked. */
  readonly score: number;
}

export interface FuzzyOptions<T> {
  readonly key: (item: T) => FuzzyText;
  /** How long ago it was used: 0 for the last one, undefined for not lately. */
  readonly age: (item: T) => number | undefined;
  readonly limit: number;
}

// Scores run from 0 to 1; use tips the scale between near equals and never lifts a poor match over a good one.
const useBonus = 0.06;
const aliasShare = 0.94;

interface Asked {
  readonly word: string;
  readonly letters: number;
}

/**
 * The items that a person may mean by a few letters, best first: the start of a name before the start of a word, that
 * before the inside of one, that before letters with gaps. Every word asked must be there, in any order; what was used
 * lately goes before its equals. 5,000 names take a few ms.
 */
export function fuzzyMatch<T>(
  query: string,
  items: readonly T[],
  { key, age, limit }: FuzzyOptions<T>,
): readonly FuzzyMatch<T>[] {
  const words = fold(query).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return recentFirst(items, { key, age, limit });
  const asked = words.map((word): Asked => ({ word, letters: lettersOf(word) }));
  const best = new Best<{
    readonly item: T;
    readonly name: FuzzyText;
    readonly alias: string | null;
    readonly score: number;
  }>(limit, (a, b) => b.score - a.score);
  for (const item of items) {
    const text = key(item);
    let name = text;
    let shown: string | null = null;
    let score = scoreOf(asked, text);
    for (const alias of text.aliases) {
      const other = scoreOf(asked, alias) * aliasShare;
      if (other > score) [name, shown, score] = [alias, alias.text, other];
    }
    if (score === 0) continue;
    const used = age(item);
    best.offer({
      item,
      name,
      alias: shown,
      score: score + (used === undefined ? 0 : useBonus / (1 + used / 8)),
    });
  }
  return best.list.map(({ item, name, alias, score }) => ({
    item,
    indexes: indexesOf(asked, name),
    alias,
    score,
  }));
}

function scoreOf(asked: readonly Asked[], name: FuzzyText): number {
  let sum = 0;
  for (const { word, letters } of asked) {
    if ((letters & ~name.letters) !== 0) return 0;
    const score = scoreWord(word, name);
    if (score === 0) return 0;
    sum += score;
  }
  // Of equal matches the shorter name is the likelier.
  return sum / asked.length - 0.04 * Math.min(1, name.folded.length / 80);
}

function scoreWord(word: string, name: FuzzyText): number {
  const at = bestPlace(word, name);
  if (at !== -1) return placeScore(word, name, at);
  const places = scattered(word, name.folded);
  if (places === null) return 0;
  let good = 0;
  places.forEach((place, index) => {
    if (startsWord(name.folded, place) || places[index - 1] === place - 1) good += 1;
  });
  return 0.15 + (0.3 * good) / places.length;
}

function placeScore(word: string, { folded, leaf }: FuzzyText, at: number): number {
  const start = startsWord(folded, at) ? 0.75 : 0.5;
  const inName = at === leaf ? 0.12 : at > leaf ? 0.04 : 0;
  return start + inName + (endsWord(folded, at + word.length) ? 0.06 : 0);
}

/** The best of the places where the word stands whole; -1 where it does not. */
function bestPlace(word: string, name: FuzzyText): number {
  const { folded } = name;
  let best = folded.indexOf(word);
  if (best === -1) return -1;
  let score = placeScore(word, name, best);
  for (let at = folded.indexOf(word, best + 1); at !== -1; at = folded.indexOf(word, at + 1)) {
    const other = placeScore(word, name, at);
    if (other > score) [best, score] = [at, other];
  }
  return best;
}

/** Each letter after the one before, at the start of a word where that leaves the rest; null where too far apart. */
function scattered(word: string, folded: string): number[] | null {
  const eager: number[] = [];
  let from = 0;
  for (const letter of units(word)) {
    const at = folded.indexOf(letter, from);
    if (at === -1) return null;
    eager.push(at);
    from = at + 1;
  }
  const wordwise = byWordStarts(word, folded);
  if (wordwise !== null && isNear(wordwise)) return wordwise;
  return isNear(eager) ? eager : null;
}

function byWordStarts(word: string, folded: string): number[] | null {
  const places: number[] = [];
  let from = 0;
  for (const letter of units(word)) {
    let at = folded.indexOf(letter, from);
    if (at === -1) return null;
    if (at !== from || places.length === 0) {
      let start = at;
      while (start !== -1 && !startsWord(folded, start)) start = folded.indexOf(letter, start + 1);
      if (start !== -1) at = start;
    }
    places.push(at);
    from = at + 1;
  }
  return places;
}

const units = (word: string): string[] => word.split('');
const isNear = (places: readonly number[]): boolean =>
  (places.at(-1) ?? 0) - (places[0] ?? 0) <= 8 * places.length;

function indexesOf(asked: readonly Asked[], name: FuzzyText): readonly number[] {
  const found = new Set<number>();
  for (const { word } of asked) {
    const at = bestPlace(word, name);
    const places =
      at === -1 ? (scattered(word, name.folded) ?? []) : units(word).map((_, i) => at + i);
    for (const place of places) found.add(name.offsets?.[place] ?? place);
  }
  return [...found].sort((a, b) => a - b);
}

function recentFirst<T>(
  items: readonly T[],
  { key, age, limit }: FuzzyOptions<T>,
): readonly FuzzyMatch<T>[] {
  const order = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  const best = new Best<{ readonly item: T; readonly age: number }>(
    limit,
    (a, b) => compareAges(a.age, b.age) || order.compare(key(a.item).text, key(b.item).text),
  );
  for (const item of items) best.offer({ item, age: age(item) ?? Infinity });
  return best.list.map(({ item }) => ({ item, indexes: [], alias: null, score: 0 }));
}

function compareAges(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

/** The first few of many in an order, without sorting all; equals stay in the order they came. */
class Best<E> {
  readonly list: E[] = [];
  readonly #limit: number;
  readonly #order: (a: E, b: E) => number;

  constructor(limit: number, order: (a: E, b: E) => number) {
    this.#limit = limit;
    this.#order = order;
  }

  offer(each: E): void {
    const last = this.list.at(-1);
    const full = this.list.length >= this.#limit;
    if (full && (last === undefined || this.#order(each, last) >= 0)) return;
    let [low, high] = [0, this.list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.list[middle];
      if (other !== undefined && this.#order(other, each) <= 0) low = middle + 1;
      else high = middle;
    }
    this.list.splice(low, 0, each);
    if (full) this.list.pop();
  }
}

import type { Selector } from '../model/annotation.ts';
import type { Span } from '../model/span.ts';
import type { OutlineItem } from '../text/outline.ts';
import { surroundings } from './describe.ts';

/** Units of a quote by which it is looked up. */
const probe = 8;
const buckets = 1 << 16;

/**
 * As `describeSpan` of each, in one pass through the text and not one for each span: which occurrence a quote is takes
 * a look at all of the text before it.
 */
export function describeSpans(
  text: string,
  outline: readonly OutlineItem[],
  spans: readonly Span[],
): readonly Selector[] {
  const counts = occurrences(text, spans);
  return spans.map((span, index) => ({
    ...surroundings(text, outline, span),
    occurrence: counts[index] ?? 0,
  }));
}

/** How often each quote stands before its span; overlapping ones count. */
function occurrences(text: string, spans: readonly Span[]): readonly number[] {
  const quotes = new Map<string, number[]>();
  spans.forEach((span, index) => {
    const quote = text.slice(span.start, span.end);
    const same = quotes.get(quote);
    if (same === undefined) quotes.set(quote, [index]);
    else same.push(index);
  });
  const counts = spans.map(() => 0);
  const places = new Places(text, [...quotes.keys()]);
  for (const [quote, indexes] of quotes) {
    const found = places.of(quote);
    for (const index of indexes) counts[index] = before(found, spans[index]?.start ?? 0);
  }
  return counts;
}

/** Quotes that begin alike, by their length and then by the hash of all of them. */
type Alike = Map<number, Map<number, string[]>>;

/** Where many quotes stand. Those shorter than the probe are few different ones and are looked for one by one. */
class Places {
  readonly #text: string;
  readonly #found = new Map<string, number[]>();

  constructor(text: string, quotes: readonly string[]) {
    this.#text = text;
    const byStart = new Map<number, Alike>();
    for (const quote of quotes) {
      if (quote.length < probe) continue;
      const hash = new Hashes(quote);
      const alike = within(byStart, hash.of(0, probe), () => new Map() as Alike);
      const sameLength = within(alike, quote.length, () => new Map<number, string[]>());
      within(sameLength, hash.of(0, quote.length), () => []).push(quote);
      this.#found.set(quote, []);
    }
    if (byStart.size > 0) this.#walk(byStart);
  }

  of(quote: string): readonly number[] {
    const found = this.#found.get(quote);
    if (found !== undefined || quote === '') return found ?? [];
    const places: number[] = [];
    const text = this.#text;
    for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) places.push(at);
    return places;
  }

  #walk(byStart: ReadonlyMap<number, Alike>): void {
    const text = this.#text;
    const hashes = new Hashes(text);
    const known = new Uint8Array(buckets);
    for (const hash of byStart.keys()) known[hash & (buckets - 1)] = 1;
    for (let at = 0; at + probe <= text.length; at++) {
      const start = hashes.of(at, at + probe);
      if (known[start & (buckets - 1)] === 0) continue;
      for (const [length, sameLength] of byStart.get(start) ?? []) {
        if (at + length > text.length) continue;
        for (const quote of sameLength.get(hashes.of(at, at + length)) ?? []) {
          if (text.startsWith(quote, at)) this.#found.get(quote)?.push(at);
        }
      }
    }
  }
}

const base = 0x01000193;

/** The hash of any part of a text, at once. */
class Hashes {
  /** Of the text up to each unit, and the powers of the base. */
  readonly #upTo: Int32Array;
  readonly #powers: Int32Array;

  constructor(text: string) {
    this.#upTo = new Int32Array(text.length + 1);
    this.#powers = new Int32Array(text.length + 1).fill(1);
    for (let at = 0; at < text.length; at++) {
      this.#upTo[at + 1] = Math.imul(this.#upTo[at] ?? 0, base) + text.charCodeAt(at);
      this.#powers[at + 1] = Math.imul(this.#powers[at] ?? 0, base);
    }
  }

  of(start: number, end: number): number {
    const before = Math.imul(this.#upTo[start] ?? 0, this.#powers[end - start] ?? 0);
    const hash = ((this.#upTo[end] ?? 0) - before) | 0;
    return hash ^ (hash >>> 15);
  }
}

function within<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

function before(places: readonly number[], offset: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

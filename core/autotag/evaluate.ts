import type { Span } from '../model/span.ts';
import { countWords } from '../text/words.ts';
import type { FoundPassage, QueryNode } from './query.ts';

/** Where each term of a query stands, in the order of their starts. */
export type TermPlaces = readonly (readonly Span[])[];

/**
 * What makes a query true of the text that the places are in: the words found, none where it is true for lack of some;
 * null where it is false.
 */
export function evaluate(
  node: QueryNode,
  places: TermPlaces,
  text: string,
): readonly FoundPassage[] | null {
  switch (node.kind) {
    case 'term': {
      const { term } = node;
      const found = places[term] ?? [];
      return found.length === 0 ? null : found.map((span) => ({ span, words: [{ span, term }] }));
    }
    case 'not':
      return evaluate(node.item, places, text) === null ? [] : null;
    case 'and': {
      const all: FoundPassage[] = [];
      for (const item of node.items) {
        const found = evaluate(item, places, text);
        if (found === null) return null;
        all.push(...found);
      }
      return all;
    }
    case 'or': {
      const each = node.items.map((item) => evaluate(item, places, text));
      const found = each.filter((one) => one !== null);
      return found.length === 0 ? null : found.flat();
    }
    case 'near': {
      const left = evaluate(node.left, places, text);
      const right = evaluate(node.right, places, text);
      if (left === null || right === null) return null;
      const found = pairsNear(left, right, node.within, text);
      return found.length === 0 ? null : found;
    }
  }
}

/** Each of one with each of the other; for each the nearest come first, and the first that is too far ends the search. */
function pairsNear(
  left: readonly FoundPassage[],
  right: readonly FoundPassage[],
  within: number,
  text: string,
): readonly FoundPassage[] {
  const byStart = right.toSorted((a, b) => a.span.start - b.span.start);
  const byEnd = right.toSorted((a, b) => b.span.end - a.span.end);
  const found: FoundPassage[] = [];
  const isFar = (from: number, to: number): boolean => countWords(text.slice(from, to)) > within;
  for (const a of left) {
    for (const b of byStart) {
      if (b.span.start < a.span.end) continue;
      if (isFar(a.span.end, b.span.start)) break;
      found.push(pair(a, b));
    }
    for (const b of byEnd) {
      if (b.span.end > a.span.start) continue;
      if (isFar(b.span.end, a.span.start)) break;
      found.push(pair(b, a));
    }
  }
  return found;
}

function pair(first: FoundPassage, second: FoundPassage): FoundPassage {
  const span = { start: first.span.start, end: second.span.end };
  return { span, words: [...first.words, ...second.words] };
}

import type { Block } from '../model/block.ts';
import { compareSpans, type Span } from '../model/span.ts';
import type { FoldOptions } from '../text/fold-with-offsets.ts';
import { sentences } from '../text/segment.ts';
import { evaluate, type TermPlaces } from './evaluate.ts';
import type { FoundPassage, ParsedQuery } from './query.ts';
import { TermFinder } from './term-finder.ts';

/** What gets the tag: the sentence or the paragraph for which the query is true, or only the words found. */
export const ruleScopes = ['sentence', 'paragraph', 'words'] as const;
export type RuleScope = (typeof ruleScopes)[number];

export interface SearchedText {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** BCP 47, where it is known. */
  readonly language?: string;
}

/**
 * The passages of a text that a rule means, in reading order and disjoint. Sentences end where paragraphs do; for words
 * the query must be true of their paragraph.
 */
export function findPassages(
  query: ParsedQuery,
  searched: SearchedText,
  scope: RuleScope,
  options: FoldOptions,
): readonly FoundPassage[] {
  const { text, blocks, language } = searched;
  const finder = new TermFinder(text, options);
  const places = query.terms.map((term) => finder.places(term));
  const cursor = new Cursor(places);
  // Without any of its words a query may be true all the same: NOT.
  const needsWords =
    evaluate(
      query.root,
      places.map(() => []),
      text,
    ) === null;
  const found: FoundPassage[] = [];
  for (const { start, end } of blocks) {
    if (start >= end) continue;
    const inBlock = cursor.within({ start, end });
    if (needsWords && inBlock.every((each) => each.length === 0)) continue;
    const units =
      scope === 'sentence'
        ? sentences(text.slice(start, end), language).map((span) => ({
            start: start + span.start,
            end: start + span.end,
          }))
        : [{ start, end }];
    for (const unit of units) {
      const here = scope === 'sentence' ? inBlock.map((list) => inside(list, unit)) : inBlock;
      const hits = evaluate(query.root, here, text);
      if (hits === null) continue;
      const sorted = hits.toSorted((a, b) => compareSpans(a.span, b.span));
      if (scope === 'words') found.push(...disjoint(sorted));
      else
        found.push({
          span: trimmed(text, unit),
          words: distinct(sorted.flatMap(({ words }) => words)),
        });
    }
  }
  return found.filter(({ span }) => span.start < span.end);
}

function inside(list: readonly Span[], unit: Span): readonly Span[] {
  return list.filter(({ start, end }) => start >= unit.start && end <= unit.end);
}

/** Walks through the places of all terms as the blocks go by, so that a text costs one pass. */
class Cursor {
  readonly #places: TermPlaces;
  readonly #next: number[];

  constructor(places: TermPlaces) {
    this.#places = places;
    this.#next = places.map(() => 0);
  }

  within(unit: Span): TermPlaces {
    return this.#places.map((list, term) => {
      let at = this.#next[term] ?? 0;
      while (at < list.length && (list[at]?.start ?? 0) < unit.start) at += 1;
      const from = at;
      while (at < list.length && (list[at]?.start ?? 0) < unit.end) at += 1;
      this.#next[term] = at;
      return list.slice(from, at).filter(({ end }) => end <= unit.end);
    });
  }
}

/** Passages that share letters are one. */
function disjoint(sorted: readonly FoundPassage[]): readonly FoundPassage[] {
  const found: FoundPassage[] = [];
  for (const hit of sorted) {
    const last = found.at(-1);
    if (last === undefined || hit.span.start >= last.span.end) found.push(hit);
    else {
      const end = Math.max(last.span.end, hit.span.end);
      const words = distinct([...last.words, ...hit.words]);
      found.splice(-1, 1, { span: { start: last.span.start, end }, words });
    }
  }
  return found.map(({ span, words }) => ({ span, words: distinct(words) }));
}

function distinct(words: FoundPassage['words']): FoundPassage['words'] {
  const byPlace = new Map(
    words.map((word) => [`${word.span.start} ${word.span.end} ${word.term}`, word]),
  );
  return [...byPlace.values()].sort((a, b) => compareSpans(a.span, b.span) || a.term - b.term);
}

function trimmed(text: string, { start, end }: Span): Span {
  const part = text.slice(start, end);
  return {
    start: start + part.length - part.trimStart().length,
    end: end - (part.length - part.trimEnd().length),
  };
}

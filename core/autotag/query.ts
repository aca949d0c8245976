import type { Span } from '../model/span.ts';

/** What a rule looks for, as a tree. Positions are UTF-16 units of the query as it is written. */
export type QueryNode =
  | { readonly kind: 'term'; readonly term: number }
  | { readonly kind: 'not'; readonly item: QueryNode }
  | { readonly kind: 'and' | 'or'; readonly items: readonly QueryNode[] }
  | {
      readonly kind: 'near';
      readonly left: QueryNode;
      readonly right: QueryNode;
      /** So many words may stand between the two, whichever comes first. */
      readonly within: number;
    };

/** What must stand in the text: `word` and `phrase` from edge to edge of words, `prefix` from the start of one. */
export interface QueryTerm {
  readonly kind: 'word' | 'phrase' | 'prefix' | 'regex';
  readonly text: string;
}

export interface ParsedQuery {
  readonly root: QueryNode;
  readonly terms: readonly QueryTerm[];
}

export const queryProblems = [
  'empty',
  'too-long',
  'too-deep',
  'open-quote',
  'open-regex',
  'bad-regex',
  'open-parenthesis',
  'stray-parenthesis',
  'nothing-before',
  'nothing-after',
  'star',
  'near-what',
] as const;
export type QueryProblem = (typeof queryProblems)[number];

/** What is wrong with a query, and where: `[start, end)` of what is written. */
export interface QueryFault {
  readonly problem: QueryProblem;
  readonly start: number;
  readonly end: number;
}

export const longestRule = 2000;

export interface FoundPassage {
  readonly span: Span;
  /** The words in it that the query asks for, in reading order, and by which of its terms. */
  readonly words: readonly { readonly span: Span; readonly term: number }[];
}

/** What is sought in one text. */
export interface FindQuery {
  readonly text: string;
  readonly matchCase: boolean;
  /** Does not count for expressions, which see the text as it is. */
  readonly matchAccents: boolean;
  readonly wholeWord: boolean;
  readonly regex: boolean;
}

/** Where the words sought stand in the open text, in order and disjoint; offsets of its canonical text. */
export interface FindHits {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** There are more than are kept. */
  readonly capped: boolean;
}

/** The hits, or why an expression is none, in the words of the engine that reads it. */
export type Found =
  | { readonly kind: 'hits'; readonly hits: FindHits }
  | { readonly kind: 'broken'; readonly reason: string };

export const mostHits = 100_000;
export const longestQuery = 1000;

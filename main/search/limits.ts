/** What a search in a text may take, ms. */
export interface SearchLimits {
  /** Taking a text in and folding it. */
  readonly prepare: number;
  /** Words have an end, whatever the text is. */
  readonly words: number;
  /** An expression may have none. */
  readonly expression: number;
  /** What a search still gets when the next one waits for it. */
  readonly superseded: number;
}

export const searchLimits: SearchLimits = {
  prepare: 30_000,
  words: 15_000,
  expression: 1000,
  superseded: 150,
};

/** What a source may cost. Whatever goes beyond ends in an error that says so; nothing of it reaches the library. */
export interface ImportLimits {
  readonly bytes: number;
  readonly milliseconds: number;
  /** What large sources get on top, per MB, up to `mostMilliseconds` in all. */
  readonly millisecondsPerMegabyte: number;
  readonly mostMilliseconds: number;
  /** Old space of the worker's heap. */
  readonly heapMegabytes: number;
  readonly blocks: number;
}

export const importLimits: ImportLimits = {
  bytes: 64 * 1024 * 1024,
  milliseconds: 20_000,
  millisecondsPerMegabyte: 8_000,
  mostMilliseconds: 60_000,
  heapMegabytes: 1024,
  blocks: 400_000,
};

/** Elements deeper than this hang on the last one above, as in browsers, so that no walk can run out of stack. */
export const deepestElement = 256;

/** Quotes and lists deeper than this are drawn no deeper. */
export const deepestPlace = 16;

/** Above this many elements Readability takes longer than a reader waits; the page is taken whole. */
export const mostElementsForArticle = 60_000;

/** Cells that one table may hold; the rows after them become paragraphs. */
export const mostTableCells = 20_000;

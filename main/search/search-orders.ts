import type { FindQuery, Found } from '../../core/search/find-query.ts';

// What goes to the search thread and comes back: one order at a time, two answers to each.

export interface SearchOrder {
  /** Null for the text it has. */
  readonly text: string | null;
  readonly query: FindQuery;
}

export type SearchAnswer =
  /** The text is there and folded: from now on the time of the search itself counts. */
  { readonly kind: 'prepared' } | { readonly kind: 'found'; readonly found: Found };

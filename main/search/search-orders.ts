import type { SearchedText } from '../../core/autotag/find-passages.ts';
import type { FoundPassage } from '../../core/autotag/query.ts';
import type { RuleQuery } from '../../core/contract.ts';
import type { FindQuery, Found } from '../../core/search/find-query.ts';

// What goes to the search thread and comes back: one order at a time, two answers to each.

export interface SearchOrder {
  readonly kind: 'words';
  /** Null for the text it has. */
  readonly text: string | null;
  readonly query: FindQuery;
}

export interface RuleOrder {
  readonly kind: 'rule';
  readonly searched: SearchedText;
  readonly rule: RuleQuery;
}

export type SearchAnswer =
  /** The text is there and folded: from now on the time of the search itself counts. */
  { readonly kind: 'prepared' } | { readonly kind: 'found'; readonly found: Found };

export type RuleAnswer =
  | { readonly kind: 'prepared' }
  | { readonly kind: 'passages'; readonly found: readonly FoundPassage[] };

import type { PassageRow } from '../../core/contract.ts';
import type { PassageQuery } from '../../core/search/passage-query.ts';
import { rowAt, type Paged } from './paged.ts';

/** Rows that come at once: each brings the text around it. */
export const passagesAtOnce = 60;

/** The passages of all texts that a query means. */
export type FoundPassages = { readonly query: PassageQuery } & Paged<PassageRow>;

export function passageAt(found: FoundPassages, index: number): PassageRow | undefined {
  return rowAt(found, index, passagesAtOnce);
}

import type { Annotation } from '../model/annotation.ts';
import { markColours } from '../model/colours.ts';
import type { PassageOrder } from '../model/passage-orders.ts';
import type { MarkQuery } from './filter-marks.ts';

/** Which passages are looked at, and how they follow each other: text by text in reading order, or as one list. */
export interface PassageQuery extends Required<MarkQuery> {
  readonly order: PassageOrder;
}

export const allPassages: PassageQuery = {
  tag: null,
  inside: true,
  together: [],
  document: null,
  since: null,
  until: null,
  colour: null,
  hasNote: false,
  text: '',
  order: 'reading',
};

/** Sorts marks that stand in reading order; equals stay in it. */
export function inOrder(
  marks: readonly Annotation[],
  order: Exclude<PassageOrder, 'reading'>,
): readonly Annotation[] {
  switch (order) {
    case 'straight':
      return marks;
    case 'newest':
      return marks.toSorted((a, b) => compare(b.created, a.created));
    case 'oldest':
      return marks.toSorted((a, b) => compare(a.created, b.created));
    case 'colour':
      return markColours.flatMap((colour) => marks.filter((mark) => mark.colour === colour));
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

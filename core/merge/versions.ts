import type { Annotation } from '../model/annotation.ts';
import type { DocumentEntry } from '../model/document.ts';
import type { Item } from '../model/item.ts';
import type { Removed } from '../model/library-files.ts';
import type { Tag } from '../model/tag.ts';
import { compareTimes } from './times.ts';

/** What a file holds of one kind: entities, removals, and times later than the entities' own. */
export interface Versions<E> {
  readonly present: readonly E[];
  readonly removed: readonly Removed<E>[];
  readonly touched: Readonly<Record<string, string>>;
}

export interface Mergeable {
  readonly id: string;
}

/** How entities of one kind are told apart in time and put in order. */
export interface MergeKind<E> {
  /** When the entity says it was changed; '' where it does not say. */
  readonly timeOf: (entity: E) => string;
  readonly order: (a: E, b: E) => number;
  /** Which of two versions of the same time counts: above 0 for the first. */
  readonly prefer: (a: E, b: E) => number;
}

const byAge = (a: Aged, b: Aged): number =>
  compareTimes(a.created, b.created) || (a.id < b.id ? -1 : 1);
interface Aged {
  readonly id: string;
  readonly created: string;
}

export const markKind: MergeKind<Annotation> = {
  timeOf: (mark) => mark.modified,
  order: byAge,
  prefer: () => 0,
};

export const tagKind: MergeKind<Tag> = {
  timeOf: (tag) => tag.modified,
  order: byAge,
  prefer: () => 0,
};

export const itemKind: MergeKind<Item> = {
  timeOf: (item) => item.modified,
  order: byAge,
  prefer: () => 0,
};

/** Entries bear no time of change, so it stands in `touched` alone; the entry made first is the real one. */
export const entryKind: MergeKind<DocumentEntry> = {
  timeOf: () => '',
  order: (a, b) => compareTimes(a.added, b.added) || (a.id < b.id ? -1 : 1),
  prefer: (a, b) => compareTimes(b.added, a.added),
};

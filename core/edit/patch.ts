import type { Annotation } from '../model/annotation.ts';
import type { DocumentEntry } from '../model/document.ts';
import { withoutEmpty } from '../model/optional-fields.ts';
import type { Item } from '../model/item.ts';
import type { Tag } from '../model/tag.ts';
import type { Change, Patch } from './patch-schema.ts';

export type { AnnotationFields, Change, DocumentFields, Patch, TagFields } from './patch-schema.ts';

/** What an edit is stamped with: ids and times come from outside, so that the same input makes the same patch. */
export interface Stamp {
  readonly id: () => string;
  readonly now: () => string;
}

/** The patch that takes `patch` back. Inverting twice gives the same changes again. */
export function invertPatch(patch: Patch): Patch {
  return { ...patch, changes: patch.changes.toReversed().map(invertChange) };
}

function invertChange(change: Change): Change {
  // Spelled out per entity so that the types of before and after stay tied to it.
  switch (change.entity) {
    case 'annotation':
      return { ...change, before: change.after, after: change.before };
    case 'tag':
      return { ...change, before: change.after, after: change.before };
    case 'item':
      return { ...change, before: change.after, after: change.before };
    case 'document':
      return { ...change, before: change.after, after: change.before };
  }
}

type Entity = Annotation | Tag | Item | DocumentEntry;

/** The entity after a change: null where the change takes it away, or where there is nothing to update. */
export function applyFields<E extends Entity>(
  current: E | undefined,
  change: { readonly before: object | null; readonly after: object | null },
): E | null {
  if (change.after === null) return null;
  if (change.before === null) return change.after as E;
  return current === undefined ? null : withoutEmpty({ ...current, ...change.after });
}

import { z } from 'zod';
import { annotationSchema, idSchema, type Annotation } from '../model/annotation.ts';
import { documentEntrySchema, documentIdSchema, type DocumentEntry } from '../model/document.ts';
import { tagSchema, type Tag } from '../model/tag.ts';

/** What the edit is called in the menu ("Undo highlight"), the history and the live region; messages/ words it. */
export const editLabels = [
  'mark.add',
  'mark.remove',
  'mark.colour',
  'mark.note',
  'mark.tag',
  'mark.untag',
  'mark.edit',
  'tag.add',
  'tag.rename',
  'tag.colour',
  'tag.describe',
  'tag.remove',
  'tag.edit',
  'document.add',
  'document.remove',
  'document.rename',
  'document.restore',
] as const;
export type EditLabel = (typeof editLabels)[number];

/**
 * One entity's change, by fields: `before: null` makes it, `after: null` takes it away; else both hold the same fields,
 * and no others. Values are absolute, so applying a change twice is the same as once.
 */
const change = <F extends z.ZodType>(fields: F) => ({
  before: fields.nullable(),
  after: fields.nullable(),
});
const annotationFields = annotationSchema.unwrap().partial().readonly();
const tagFields = tagSchema.unwrap().partial().readonly();
const documentFields = documentEntrySchema.unwrap().partial().readonly();

export const changeSchema = z
  .discriminatedUnion('entity', [
    z.object({
      entity: z.literal('annotation'),
      document: documentIdSchema,
      id: idSchema,
      ...change(annotationFields),
    }),
    z.object({ entity: z.literal('tag'), id: idSchema, ...change(tagFields) }),
    z.object({ entity: z.literal('document'), id: documentIdSchema, ...change(documentFields) }),
  ])
  .readonly();
export type Change = z.infer<typeof changeSchema>;
export type AnnotationFields = z.infer<typeof annotationFields>;
export type TagFields = z.infer<typeof tagFields>;
export type DocumentFields = z.infer<typeof documentFields>;

/** One edit as the reader knows it: any number of changes that are made, undone and stored together. */
export const patchSchema = z
  .object({
    id: idSchema,
    at: z.iso.datetime(),
    label: z.enum(editLabels),
    changes: z.array(changeSchema).min(1).readonly(),
  })
  .readonly();
export type Patch = z.infer<typeof patchSchema>;

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
    case 'document':
      return { ...change, before: change.after, after: change.before };
  }
}

type Entity = Annotation | Tag | DocumentEntry;

/** The entity after a change: null where the change takes it away, or where there is nothing to update. */
export function applyFields<E extends Entity>(
  current: E | undefined,
  change: { readonly before: object | null; readonly after: object | null },
): E | null {
  if (change.after === null) return null;
  if (change.before === null) return change.after as E;
  return current === undefined ? null : { ...current, ...change.after };
}

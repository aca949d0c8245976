import { z } from 'zod';
import { annotationSchema, idSchema } from '../model/annotation.ts';
import { documentEntrySchema, documentIdSchema } from '../model/document.ts';
import { itemSchema } from '../model/item.ts';
import { tagSchema } from '../model/tag.ts';
import { editLabels } from './labels.ts';

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
const itemFields = itemSchema.unwrap().partial().readonly();
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
    z.object({ entity: z.literal('item'), id: idSchema, ...change(itemFields) }),
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

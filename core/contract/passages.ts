import { z } from 'zod';
import { exportFormats } from '../exchange/export-formats.ts';
import { annotationSchema, idSchema, markColourSchema } from '../model/annotation.ts';
import { documentIdSchema } from '../model/document.ts';
import { passageOrders } from '../model/passage-orders.ts';
import { call } from './call.ts';
import { editedSchema } from './edit.ts';

export const passageQuerySchema = z
  .object({
    tag: idSchema.nullable(),
    inside: z.boolean(),
    together: z.array(idSchema).max(50).readonly(),
    document: documentIdSchema.nullable(),
    since: z.iso.datetime().nullable(),
    until: z.iso.datetime().nullable(),
    colour: markColourSchema.nullable(),
    hasNote: z.boolean(),
    text: z.string().max(1000),
    order: z.enum(passageOrders),
  })
  .readonly();

/** A row of the passages: the title of a text in reading order, or a mark with the text around it. */
export const passageRowSchema = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('title'),
      document: documentIdSchema,
      title: z.string(),
      count: z.int(),
    })
    .readonly(),
  z
    .object({
      kind: z.literal('mark'),
      mark: annotationSchema,
      before: z.string(),
      after: z.string(),
    })
    .readonly(),
]);
export type PassageRow = z.infer<typeof passageRowSchema>;

export const passagesSchema = z
  .object({
    version: z.int(),
    rows: z.int(),
    marks: z.int(),
    part: z.array(passageRowSchema).readonly(),
  })
  .readonly();
export type Passages = z.infer<typeof passagesSchema>;

/** The same change of many marks. */
export const marksChangeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add'), tag: idSchema }).readonly(),
  z.object({ kind: z.literal('remove'), tag: idSchema }).readonly(),
  z.object({ kind: z.literal('replace'), tag: idSchema, by: idSchema }).readonly(),
  z.object({ kind: z.literal('colour'), colour: markColourSchema }).readonly(),
  z.object({ kind: z.literal('delete') }).readonly(),
]);
export type ChangeOfMarks = z.infer<typeof marksChangeSchema>;

const manyIds = z.array(idSchema).max(500_000).readonly();
const from = z.int().min(0);

export const passageCalls = {
  /** A part of the passages; null where the window has this version. */
  'passages.find': call(
    z.object({
      query: passageQuerySchema,
      from,
      count: z.int().min(1).max(200),
      version: z.int().nullable(),
    }),
    passagesSchema.nullable(),
  ),
  /** How many marks each query finds. */
  'passages.count': call(
    z.object({ queries: z.array(passageQuerySchema).max(500).readonly() }),
    z.array(z.int()).readonly(),
  ),
  /** The marks in some of the rows. */
  'passages.ids': call(
    z.object({ query: passageQuerySchema, from, count: z.int().min(1) }),
    z.array(idSchema).readonly(),
  ),
  /** One edit, whatever the number; null where nothing differs. */
  'passages.change': call(
    z.object({ marks: manyIds, change: marksChangeSchema }),
    editedSchema.nullable(),
  ),
  /** Marks by id, as far as they are there. */
  'passages.get': call(
    z.object({
      marks: z
        .array(z.object({ document: documentIdSchema, mark: idSchema }))
        .max(200)
        .readonly(),
    }),
    z.array(annotationSchema).readonly(),
  ),
  /** Asks where with the system's dialog; null where the reader thought better of it. */
  'passages.export': call(
    z.object({ query: passageQuerySchema, format: z.enum(exportFormats).exclude(['jsonld']) }),
    z.object({ path: z.string().nullable() }),
  ),
} as const;

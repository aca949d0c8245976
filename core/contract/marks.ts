import { z } from 'zod';
import { annotationSchema, idSchema, markColourSchema } from '../model/annotation.ts';
import { documentIdSchema } from '../model/document.ts';
import { spanSchema } from '../model/span-schema.ts';
import { call, nothing } from './call.ts';

/** A row of what is found in many texts: the title of a text, then its marks. */
export const foundRowSchema = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('title'),
      document: documentIdSchema,
      title: z.string(),
      count: z.int(),
    })
    .readonly(),
  z.object({ kind: z.literal('mark'), mark: annotationSchema }).readonly(),
]);
export type FoundRow = z.infer<typeof foundRowSchema>;

/** A part of what is found, as it is in `version`: another version, other rows. */
export const foundSchema = z
  .object({
    version: z.int(),
    /** Of all rows, and of all marks among them. */
    rows: z.int(),
    marks: z.int(),
    part: z.array(foundRowSchema).readonly(),
  })
  .readonly();
export type Found = z.infer<typeof foundSchema>;

/** Marks per tag and per document, bin excluded. */
export const countsSchema = z
  .object({
    tags: z.record(z.string(), z.int()),
    documents: z.record(z.string(), z.int()),
  })
  .readonly();
export type Counts = z.infer<typeof countsSchema>;

export const marksCalls = {
  /** A part of the marks that a query means, in the order of the library; null where the window has this version. */
  'marks.find': call(
    z.object({
      tag: idSchema.nullable(),
      colour: markColourSchema.nullable(),
      text: z.string().max(1000),
      hasNote: z.boolean(),
      /** The text that the window looks through itself. */
      except: documentIdSchema.nullable(),
      from: z.int().min(0),
      count: z.int().min(1).max(1000),
      version: z.int().nullable(),
    }),
    foundSchema.nullable(),
  ),
  'marks.counts': call(nothing, countsSchema),
  /** A passage with its source and a link that opens it; `mark` is null for one that is not marked. */
  'marks.quote': call(
    z.object({
      document: documentIdSchema,
      mark: idSchema.nullable(),
      span: spanSchema,
      quote: z.string().max(10_000_000),
      /** The day it was read, as the reader writes it. */
      read: z.string().max(60),
    }),
    z.object({ text: z.string() }).readonly(),
  ),
  /** Marks of other texts that are linked with marks of this one, in either direction. */
  'marks.linked': call(
    z.object({ document: documentIdSchema }),
    z.array(annotationSchema).readonly(),
  ),
} as const;

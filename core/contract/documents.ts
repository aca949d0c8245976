import { z } from 'zod';
import { annotationSchema } from '../model/annotation.ts';
import { blockSchema } from '../model/block.ts';
import {
  sourceMarkSchema,
  sourceNoticeSchema,
  documentDetailsSchema,
  documentEntrySchema,
  documentIdSchema,
  readingPlaceSchema,
} from '../model/document.ts';
import { pageLookSchema } from '../model/page-look.ts';
import { documentPagesSchema, pageSchema } from '../model/pages.ts';
import { longestQuery, type FindHits } from '../search/find-query.ts';
import { call, nothing } from './call.ts';
import { editedSchema } from './edit.ts';

export const sectionInfoSchema = z
  .object({
    start: z.int(),
    end: z.int(),
    blocks: z.int(),
    /** About how high its pictures stand together, CSS px; missing where there are none. */
    pictures: z.int().optional(),
  })
  .readonly();
export type SectionInfo = z.infer<typeof sectionInfoSchema>;

/** A section with its text; offsets in `blocks` count from the start of the whole canonical text. */
export const sectionContentSchema = z
  .object({ index: z.int(), text: z.string(), blocks: z.array(blockSchema).readonly() })
  .readonly();
export type SectionContent = z.infer<typeof sectionContentSchema>;

/** A page without what it shows. */
export const pageInfoSchema = pageSchema.unwrap().omit({ runs: true, links: true }).readonly();
export type PageInfo = z.infer<typeof pageInfoSchema>;

export const openedDocumentSchema = z
  .object({
    entry: documentEntrySchema,
    details: documentDetailsSchema,
    sections: z.array(sectionInfoSchema).readonly(),
    outline: z
      .array(z.object({ level: z.int(), text: z.string(), start: z.int() }).readonly())
      .readonly(),
    /** All marks where they are few; else those that the sections in `first` show, and `document.marks` has the rest. */
    annotations: z.array(annotationSchema).readonly(),
    marks: z.int(),
    place: readingPlaceSchema.nullable(),
    /** What the reader should know of how the source was taken. */
    notices: z.array(sourceNoticeSchema).readonly().optional(),
    /** How many marks the source itself holds; `document.sourceMarks` has them. */
    sourceMarks: z.int().min(0).optional(),
    /** The pages of a source that has them, without what they show; `document.pages` has that. */
    pages: z.array(pageInfoSchema).readonly().optional(),
    /** File of the cover among the pictures. */
    cover: z.string().optional(),
    /** The sections around the reading place, so that the first screen needs no second call. */
    first: z.array(sectionContentSchema).readonly(),
  })
  .readonly();
export type OpenedDocument = z.infer<typeof openedDocumentSchema>;

export const documentCalls = {
  'document.open': call(z.object({ id: documentIdSchema }), openedDocumentSchema),
  'document.sections': call(
    z.object({ id: documentIdSchema, from: z.int().min(0), count: z.int().min(1).max(64) }),
    z.array(sectionContentSchema).readonly(),
  ),
  /** What pages show, for up to `count` pages from page `from` on. */
  'document.pages': call(
    z.object({ id: documentIdSchema, from: z.int().min(0), count: z.int().min(1).max(64) }),
    documentPagesSchema,
  ),
  /** The source as it came, for what draws its pages. */
  'document.source': call(
    z.object({ id: documentIdSchema }),
    z.object({ bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array) }),
  ),
  /** Marks that the source holds and that can be marks here. */
  'document.sourceMarks': call(
    z.object({ id: documentIdSchema }),
    z.array(sourceMarkSchema).readonly(),
  ),
  /** Makes marks of the reader's own of them, as one edit; null where all are there already. */
  'document.takeSourceMarks': call(z.object({ id: documentIdSchema }), editedSchema.nullable()),
  /** Marks in reading order, from a position in that order. */
  'document.marks': call(
    z.object({ id: documentIdSchema, from: z.int().min(0), count: z.int().min(1) }),
    z.array(annotationSchema).readonly(),
  ),
  /**
   * Where words stand in a text. A newer search ends the one that is running with `cancelled`; an expression that is
   * none with `invalid-input`, one that takes too long with `search-failed`. An empty query gets the text ready.
   */
  'document.find': call(
    z.object({
      id: documentIdSchema,
      query: z
        .object({
          text: z.string().max(longestQuery),
          matchCase: z.boolean(),
          matchAccents: z.boolean(),
          wholeWord: z.boolean(),
          regex: z.boolean(),
        })
        .readonly(),
    }),
    z.custom<FindHits>(),
  ),
  'document.remove': call(z.object({ id: documentIdSchema }), editedSchema),
  'document.rename': call(
    z.object({ id: documentIdSchema, title: z.string().trim().min(1).max(500) }),
    editedSchema,
  ),
  'reading.save': call(
    z.object({
      id: documentIdSchema,
      offset: z.int().min(0),
      progress: z.number().min(0).max(1),
      look: pageLookSchema.optional(),
    }),
    nothing,
  ),
} as const;

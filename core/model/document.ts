import { z } from 'zod';
import { blockSchema } from './block.ts';
import { pageLookSchema } from './page-look.ts';

export const documentFormats = [
  'text',
  'markdown',
  'html',
  'epub',
  'pdf',
  'docx',
  'odt',
  'rtf',
  'fb2',
  'mail',
  'subtitles',
  'transcript',
] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/** What part of a web page was taken: the article that Readability finds, or all of it. */
export const documentVariants = ['article', 'page'] as const;

/** What the source says of itself, for the byline and for exports; empty strings are never stored. */
export const documentDetailsSchema = z
  .object({
    author: z.string().nullable(),
    site: z.string().nullable(),
    /** As the source writes it, or an ISO date. */
    date: z.string().nullable(),
    /** BCP 47. */
    language: z.string().nullable(),
    /** Front matter and the like, as pairs in their order. */
    more: z.array(z.object({ name: z.string(), value: z.string() }).readonly()).readonly(),
  })
  .readonly();
export type DocumentDetails = z.infer<typeof documentDetailsSchema>;

export const noDetails: DocumentDetails = {
  author: null,
  site: null,
  date: null,
  language: null,
  more: [],
};

/** What a reader should know of how the source was taken; core/messages/en/source-notices.ts says it in words. */
export const sourceNoticeKinds = [
  'fixed-layout',
  'no-text-layer',
  'pages-without-text',
  'pages-cut-short',
  'damaged',
  'pictures-left-out',
  'pictures-not-fetched',
  'attachments-left-out',
  'formulas-as-text',
  'forms-as-text',
  'changes-taken',
  'parts-left-out',
] as const;
export const sourceNoticeSchema = z
  .object({
    kind: z.enum(sourceNoticeKinds),
    /** How many of what the kind counts, or null. */
    count: z.int().min(1).nullable(),
  })
  .readonly();
export type SourceNotice = z.infer<typeof sourceNoticeSchema>;

/** A mark or comment that the source itself holds; it is offered to the reader, never taken unasked. */
export const sourceMarkSchema = z
  .object({
    start: z.int().min(0),
    end: z.int().min(0),
    /** `#rrggbb`, or null. */
    colour: z.string().nullable(),
    note: z.string(),
    author: z.string().nullable(),
    /** ISO, or null. */
    date: z.string().nullable(),
  })
  .readonly();
export type SourceMark = z.infer<typeof sourceMarkSchema>;

/** What an importer makes of a source: derived, can be rebuilt. `text` is the canonical text that all offsets refer to. */
export const documentContentSchema = z
  .object({
    title: z.string(),
    format: z.enum(documentFormats),
    variant: z.enum(documentVariants),
    details: documentDetailsSchema,
    text: z.string(),
    blocks: z.array(blockSchema).readonly(),
    /** The source's own contents; missing where the headings are all there is. */
    outline: z
      .array(
        z.object({ level: z.int().min(1), text: z.string(), start: z.int().min(0) }).readonly(),
      )
      .readonly()
      .optional(),
    /** Files of the source's spine, by name, and where each begins in the text. */
    parts: z
      .array(z.object({ name: z.string(), start: z.int().min(0) }).readonly())
      .readonly()
      .optional(),
    notices: z.array(sourceNoticeSchema).readonly().optional(),
    marks: z.array(sourceMarkSchema).readonly().optional(),
    /** The file name of the cover among the pictures. */
    cover: z.string().optional(),
    /** True where pages.json says how the pages look. */
    paged: z.boolean().optional(),
  })
  .readonly();
export type DocumentContent = z.infer<typeof documentContentSchema>;

export const documentIdSchema = z.string().regex(/^[a-z0-9-]{6,64}$/);
export type DocumentId = z.infer<typeof documentIdSchema>;

/** A line of library.json. `removed` holds the time a document went to the bin. */
export const documentEntrySchema = z
  .object({
    id: documentIdSchema,
    title: z.string(),
    format: z.enum(documentFormats),
    variant: z.enum(documentVariants),
    /** Length of the canonical text in UTF-16 units. */
    characters: z.int().min(0),
    words: z.int().min(0),
    /** File name in the document's folder, and the name it came with. */
    source: z.string(),
    sourceName: z.string(),
    /** SHA-256 of the source's bytes, in hex. */
    sha256: z.string(),
    added: z.iso.datetime(),
    removed: z.iso.datetime().nullable(),
    /** What the reader says of the whole text, in Markdown; missing where that is nothing. */
    memo: z.string().max(100_000).optional(),
  })
  .readonly();
export type DocumentEntry = z.infer<typeof documentEntrySchema>;

/** Where the reader stands in a document: not an edit, so not in the history. */
export const readingPlaceSchema = z
  .object({
    offset: z.int().min(0),
    /** Share of the text read, 0 to 1. */
    progress: z.number().min(0).max(1),
    opened: z.iso.datetime(),
    /** Only of a document that has pages. */
    look: pageLookSchema.optional(),
  })
  .readonly();
export type ReadingPlace = z.infer<typeof readingPlaceSchema>;

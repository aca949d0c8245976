import { z } from 'zod';
import { markColours } from './colours.ts';
import { documentIdSchema } from './document.ts';
import { spanSchema } from './span-schema.ts';

export const markColourSchema = z.enum(markColours);

export const idSchema = z.uuid();

/** Enough to find the passage again when the text changed; after W3C TextQuoteSelector, with the place among headings. */
export const selectorSchema = z
  .object({
    quote: z.string(),
    prefix: z.string(),
    suffix: z.string(),
    /** Titles of the headings above, outermost first. */
    headings: z.array(z.string()).readonly(),
    /** Which occurrence of the quote in the whole text it is, from 0. */
    occurrence: z.int().min(0),
  })
  .readonly();
export type Selector = z.infer<typeof selectorSchema>;

/** Kinds that the interface has words for; a reader may use own ones. */
export const linkKinds = ['supports', 'contradicts', 'same'] as const;

/** From one mark to another, which may be in another document, or gone: then it is kept and not shown. */
export const markLinkSchema = z
  .object({ to: idSchema, document: documentIdSchema, kind: z.string().trim().min(1).max(60) })
  .readonly();
export type MarkLink = z.infer<typeof markLinkSchema>;

export const annotationSchema = z
  .object({
    id: idSchema,
    document: documentIdSchema,
    span: spanSchema,
    selector: selectorSchema,
    colour: markColourSchema,
    /** Ids of tags, in the order they were given. */
    tags: z.array(idSchema).readonly(),
    /** Markdown; empty for none. */
    note: z.string().max(100_000),
    author: z.string(),
    /** Missing where there are none. */
    links: z.array(markLinkSchema).readonly().optional(),
    /** With `tag` the mark is shown in the colour of its first tag; missing means `hand`. */
    colourBy: z.enum(['hand', 'tag']).optional(),
    /** The rule that made it; missing where a person did. */
    rule: idSchema.nullable().optional(),
    created: z.iso.datetime(),
    modified: z.iso.datetime(),
  })
  .readonly();
export type Annotation = z.infer<typeof annotationSchema>;
export type AnnotationId = Annotation['id'];

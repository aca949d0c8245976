import { z } from 'zod';
import { idSchema, markColourSchema, selectorSchema } from './annotation.ts';
import { documentIdSchema } from './document.ts';
import { passageOrders } from './passage-orders.ts';

/** Tags what a query finds: the query language is that of core/autotag. */
const ruleSchema = z
  .object({
    kind: z.literal('rule'),
    query: z.string().min(1).max(2000),
    scope: z.enum(['sentence', 'paragraph', 'words']),
    tags: z.array(idSchema).readonly(),
    matchCase: z.boolean(),
    matchAccents: z.boolean(),
    /** When it was last run over the library. */
    lastRun: z.iso.datetime().nullable(),
  })
  .readonly();

/** A named query of the marks list or of the list of passages. */
const filterSchema = z
  .object({
    kind: z.literal('filter'),
    query: z
      .object({
        tag: idSchema.nullable(),
        colour: markColourSchema.nullable(),
        hasNote: z.boolean(),
        text: z.string().max(1000),
        /** Those of the list of passages; missing where they ask for nothing. */
        inside: z.boolean().optional(),
        together: z.array(idSchema).max(50).readonly().optional(),
        document: documentIdSchema.optional(),
        span: z.enum(['day', 'week', 'month']).optional(),
        order: z.enum(passageOrders).optional(),
      })
      .readonly(),
  })
  .readonly();

/** A place in a text without a passage. */
const bookmarkSchema = z
  .object({
    kind: z.literal('bookmark'),
    document: documentIdSchema,
    /** UTF-16 units of the canonical text. */
    offset: z.int().min(0),
    /** What finds the place again; its quote is empty. */
    selector: selectorSchema,
  })
  .readonly();

/** A text about the whole library, in Markdown; that of one document stands in its entry. */
const memoSchema = z.object({ kind: z.literal('memo'), text: z.string().max(100_000) }).readonly();

/** What a reader keeps beside marks and tags. */
export const itemSchema = z
  .object({
    id: idSchema,
    /** Empty where it needs none. */
    name: z.string().trim().max(200),
    content: z.discriminatedUnion('kind', [ruleSchema, filterSchema, bookmarkSchema, memoSchema]),
    created: z.iso.datetime(),
    modified: z.iso.datetime(),
  })
  .readonly();
export type Item = z.infer<typeof itemSchema>;
export type ItemContent = Item['content'];
export type ItemKind = ItemContent['kind'];
export type Rule = Item & { readonly content: z.infer<typeof ruleSchema> };
export type SavedFilter = Item & { readonly content: z.infer<typeof filterSchema> };
export type Bookmark = Item & { readonly content: z.infer<typeof bookmarkSchema> };

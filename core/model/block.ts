import { z } from 'zod';

// The closed model that every importer maps to and React draws. All offsets are UTF-16 units of the canonical text.

export const inlineStyles = ['strong', 'emphasis', 'code', 'strike', 'sub', 'sup'] as const;
export type InlineStyle = (typeof inlineStyles)[number];

const offset = z.int().min(0);

/** A picture that came with the source: its file in the document's folder `pictures/`, and its size in CSS pixels. */
export const pictureSchema = z
  .object({
    file: z.string().regex(/^[a-z0-9]{1,40}\.(?:png|jpg|gif|webp|svg|avif|bmp)$/),
    width: z.number().positive(),
    height: z.number().positive(),
  })
  .readonly();
export type Picture = z.infer<typeof pictureSchema>;

/**
 * A styled or linked stretch inside a block. Links are inert data: nothing follows them without the reader's click. A
 * jump leads to an offset of the same text. A picture stands before `start`, is no text and has `end` = `start`.
 */
export const inlineSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('style'), style: z.enum(inlineStyles), start: offset, end: offset }),
    z.object({ kind: z.literal('link'), href: z.string(), start: offset, end: offset }),
    z.object({ kind: z.literal('jump'), target: offset, start: offset, end: offset }),
    z.object({
      kind: z.literal('picture'),
      picture: pictureSchema,
      alternative: z.string(),
      start: offset,
      end: offset,
    }),
  ])
  .readonly();
export type Inline = z.infer<typeof inlineSchema>;

/** Where a block stands in a list: depth from 1; `marker` only on the item's first block ("•", "3.", "☐", "☑"). */
export const listPlaceSchema = z
  .object({ depth: z.int().min(1), marker: z.string().nullable() })
  .readonly();
export type ListPlace = z.infer<typeof listPlaceSchema>;

const common = {
  start: offset,
  end: offset,
  /** Depth of quotation around the block, 0 for none. */
  quote: z.int().min(0),
  list: listPlaceSchema.nullable(),
  /** Where the source has the block, in the format's own terms: an EPUB CFI without its wrapper, or `page=3`. */
  origin: z.string().optional(),
};

/** Who speaks from when on, in a transcript; the speaker's name is part of the text, the time is not. */
export const cueSchema = z
  .object({ speaker: z.string().nullable(), seconds: z.number().min(0).nullable() })
  .readonly();
export type Cue = z.infer<typeof cueSchema>;

const inlines = z.array(inlineSchema).readonly();

export const tableCellSchema = z
  .object({ start: offset, end: offset, header: z.boolean(), inlines })
  .readonly();
export type TableCell = z.infer<typeof tableCellSchema>;

export const blockSchema = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('heading'),
      ...common,
      level: z.int().min(1).max(6),
      inlines,
    }),
    z.object({
      kind: z.literal('paragraph'),
      ...common,
      inlines,
      cue: cueSchema.optional(),
    }),
    z.object({ kind: z.literal('code'), ...common, language: z.string().nullable() }),
    z.object({
      kind: z.literal('table'),
      ...common,
      rows: z.array(z.array(tableCellSchema).readonly()).readonly(),
    }),
    z.object({ kind: z.literal('rule'), ...common }),
    /** An image's alternative text is its span in the canonical text; empty only where the picture itself is shown. */
    z.object({ kind: z.literal('image'), ...common, picture: pictureSchema.optional() }),
  ])
  .readonly();
export type Block = z.infer<typeof blockSchema>;

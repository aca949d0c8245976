import { z } from 'zod';

// The closed model that every importer maps to and React draws. All offsets are UTF-16 units of the canonical text.

export const inlineStyles = ['strong', 'emphasis', 'code', 'strike', 'sub', 'sup'] as const;
export type InlineStyle = (typeof inlineStyles)[number];

const offset = z.int().min(0);

/** A styled or linked stretch inside a block. Links are inert data: nothing follows them without the reader's click. */
export const inlineSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('style'), style: z.enum(inlineStyles), start: offset, end: offset }),
    z.object({ kind: z.literal('link'), href: z.string(), start: offset, end: offset }),
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
};
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
    z.object({ kind: z.literal('paragraph'), ...common, inlines }),
    z.object({ kind: z.literal('code'), ...common, language: z.string().nullable() }),
    z.object({
      kind: z.literal('table'),
      ...common,
      rows: z.array(z.array(tableCellSchema).readonly()).readonly(),
    }),
    z.object({ kind: z.literal('rule'), ...common }),
    /** An image stands by its alternative text, which is its span in the canonical text. */
    z.object({ kind: z.literal('image'), ...common }),
  ])
  .readonly();
export type Block = z.infer<typeof blockSchema>;

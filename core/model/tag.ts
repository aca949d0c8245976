import { z } from 'zod';
import { idSchema, markColourSchema } from './annotation.ts';
import { documentIdSchema } from './document.ts';

export const tagNameSchema = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^[^\n\r\t]*$/);

/** An entry of the codebook. */
export const tagSchema = z
  .object({
    id: idSchema,
    name: tagNameSchema,
    parent: idSchema.nullable(),
    colour: markColourSchema,
    description: z.string().max(20_000),
    /** Rules of the codebook: when a passage gets the tag, and when not. */
    whenToUse: z.string().max(20_000).optional(),
    whenNot: z.string().max(20_000).optional(),
    /** Other names that find it, such as those of tags that were merged into it. */
    aliases: z.array(tagNameSchema).readonly().optional(),
    /** Marks that show what is meant; one that is gone is kept and not shown. */
    examples: z
      .array(z.object({ document: documentIdSchema, mark: idSchema }).readonly())
      .readonly()
      .optional(),
    /** The digit that gives the tag, 1 to 9. */
    pinned: z.int().min(1).max(9).nullable().optional(),
    /** Place among its siblings, ascending; those without one come after, by name. */
    order: z.number().nullable().optional(),
    created: z.iso.datetime(),
    modified: z.iso.datetime(),
  })
  .readonly();
export type Tag = z.infer<typeof tagSchema>;
export type TagId = Tag['id'];
export type Example = NonNullable<Tag['examples']>[number];

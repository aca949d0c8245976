import { z } from 'zod';
import { idSchema, markColourSchema } from './annotation.ts';

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
    created: z.iso.datetime(),
    modified: z.iso.datetime(),
  })
  .readonly();
export type Tag = z.infer<typeof tagSchema>;
export type TagId = Tag['id'];

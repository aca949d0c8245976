import { z } from 'zod';
import { ruleScopes } from '../autotag/find-passages.ts';
import { longestRule } from '../autotag/query.ts';
import { idSchema, markColourSchema } from '../model/annotation.ts';
import { documentIdSchema } from '../model/document.ts';
import { tagSchema } from '../model/tag.ts';
import { call, nothing } from './call.ts';
import { editedSchema } from './edit.ts';

const ruleQuerySchema = z
  .object({
    query: z.string().min(1).max(longestRule),
    scope: z.enum(ruleScopes),
    matchCase: z.boolean(),
    matchAccents: z.boolean(),
  })
  .readonly();
export type RuleQuery = z.infer<typeof ruleQuerySchema>;

/** A passage with its surroundings; see Preview in core/autotag. */
const hitSchema = z
  .object({
    start: z.int(),
    end: z.int(),
    text: z.string(),
    passage: z.tuple([z.int(), z.int()]).readonly(),
    words: z.array(z.int()).readonly(),
  })
  .readonly();
export type RuleHit = z.infer<typeof hitSchema>;

const textHitsSchema = z
  .object({
    document: documentIdSchema,
    title: z.string(),
    hits: z.array(hitSchema).readonly(),
  })
  .readonly();

export const ruleFoundSchema = z
  .object({
    texts: z.array(textHitsSchema).readonly(),
    /** Left out because they bear the tags already. */
    tagged: z.int(),
    /** Texts on which an expression took too long, or that could not be read, by title. */
    failed: z.array(z.string()).readonly(),
    /** There are more than are shown. */
    capped: z.boolean(),
  })
  .readonly();
export type RuleFound = z.infer<typeof ruleFoundSchema>;

export const ruleProgressSchema = z
  .object({ done: z.int(), of: z.int(), found: z.int() })
  .readonly();
export type RuleProgress = z.infer<typeof ruleProgressSchema>;

const mostDocuments = 100_000;
const mostTags = 50;

export const rulesCalls = {
  /** What a query means, without what bears the tags already. A newer one ends it with `cancelled`. */
  'rules.find': call(
    z.object({
      rule: ruleQuerySchema,
      tags: z.array(idSchema).max(mostTags),
      /** Null for every text. */
      documents: z.array(documentIdSchema).max(mostDocuments).nullable(),
    }),
    ruleFoundSchema,
  ),
  'rules.cancel': call(nothing, nothing),
  /** Marks passages with tags, as one edit. */
  'rules.apply': call(
    z.object({
      /** The saved rule, which the marks then name and which counts as run now. */
      rule: idSchema.nullable(),
      tags: z.array(idSchema).min(1).max(mostTags),
      /** Those of the tags that are new. */
      additions: z.array(tagSchema).max(mostTags),
      colour: markColourSchema,
      author: z.string(),
      texts: z.array(
        z.object({
          document: documentIdSchema,
          /** Starts and ends in turns. */
          spans: z.array(z.int().min(0)),
        }),
      ),
    }),
    editedSchema,
  ),
} as const;

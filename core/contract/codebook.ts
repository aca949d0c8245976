import { z } from 'zod';
import { idSchema } from '../model/annotation.ts';
import { tagSchema } from '../model/tag.ts';
import { patchSchema } from '../edit/patch-schema.ts';
import { call, nothing } from './call.ts';
import { editedSchema } from './edit.ts';

const someMarks = z.array(idSchema).max(500_000).readonly();

export const codebookFormats = ['csv', 'qdc'] as const;
export type CodebookFormat = (typeof codebookFormats)[number];

/** What a file would do to the codebook; `patch` is null where all of it is there. */
export const codebookPreviewSchema = z
  .object({
    name: z.string(),
    patch: patchSchema.nullable(),
    added: z.int(),
    changed: z.int(),
    same: z.int(),
    /** Paths with a part that is no name for a tag. */
    refused: z.array(z.string()).readonly(),
  })
  .readonly();
export type CodebookPreview = z.infer<typeof codebookPreviewSchema>;

/** What is done to tags and all marks that bear them, each as one edit. */
export const codebookCalls = {
  /** Asks where with the system's dialog; null where the reader thought better of it. */
  'codebook.export': call(
    z.object({ format: z.enum(codebookFormats) }),
    z.object({ path: z.string().nullable() }),
  ),
  /** Asks for a file with the system's dialog and changes nothing; null where none was chosen. */
  'codebook.preview': call(nothing, codebookPreviewSchema.nullable()),
  'codebook.merge': call(z.object({ from: idSchema, into: idSchema }), editedSchema),
  /** Marks that are not named keep the tag. */
  'codebook.split': call(
    z.object({
      tag: idSchema,
      second: tagSchema,
      moved: someMarks,
      both: someMarks,
      neither: someMarks,
    }),
    editedSchema,
  ),
} as const;

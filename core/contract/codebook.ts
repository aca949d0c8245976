import { z } from 'zod';
import { idSchema } from '../model/annotation.ts';
import { tagSchema } from '../model/tag.ts';
import { call } from './call.ts';
import { editedSchema } from './edit.ts';

const someMarks = z.array(idSchema).max(500_000).readonly();

/** What is done to tags and all marks that bear them, each as one edit. */
export const codebookCalls = {
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

import { z } from 'zod';
import { patchSchema } from '../edit/patch-schema.ts';

export const historyStateSchema = z
  .object({ undo: z.string().nullable(), redo: z.string().nullable() })
  .readonly();

/** What an edit did that the window did not make itself. */
export const editedSchema = z
  .object({ patch: patchSchema, history: historyStateSchema })
  .readonly();

import { z } from 'zod';
import { editLabels } from '../edit/labels.ts';
import { patchSchema } from '../edit/patch-schema.ts';
import { annotationSchema, idSchema } from '../model/annotation.ts';
import { documentEntrySchema, documentIdSchema } from '../model/document.ts';
import { call, nothing } from './call.ts';
import { editedSchema, historyStateSchema } from './edit.ts';

/** One edit of the history, newest first; `undone` ones can be done again as long as no new edit is made. */
export const historyItemSchema = z
  .object({
    id: idSchema,
    at: z.iso.datetime(),
    label: z.enum(editLabels),
    marks: z.int(),
    tags: z.int(),
    documents: z.int(),
    undone: z.boolean(),
  })
  .readonly();
export type HistoryItem = z.infer<typeof historyItemSchema>;

export const binSchema = z
  .object({
    documents: z
      .array(z.object({ entry: documentEntrySchema, marks: z.int() }).readonly())
      .readonly(),
    marks: z
      .array(
        z
          .object({ annotation: annotationSchema, title: z.string(), removed: z.iso.datetime() })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();
export type Bin = z.infer<typeof binSchema>;

/** `checked`: when this snapshot was last restored to a temporary folder and found whole; null for never. */
export const backupSchema = z
  .object({
    file: z.string(),
    at: z.iso.datetime(),
    reason: z.enum(['day', 'migration', 'import', 'hand']),
    bytes: z.int(),
    documents: z.int(),
    marks: z.int(),
    checked: z.iso.datetime().nullable(),
  })
  .readonly();
export type Backup = z.infer<typeof backupSchema>;

const counted = z.object({ added: z.int(), removed: z.int(), changed: z.int() }).readonly();
/** What restoring would do to the library as it is now. */
export const backupPreviewSchema = z
  .object({ documents: counted, tags: counted, marks: counted })
  .readonly();
export type BackupPreview = z.infer<typeof backupPreviewSchema>;

/** Edits, their history, what was removed, and backups. */
export const careCalls = {
  /** The patch is on disk when the reply comes. */
  'edit.apply': call(z.object({ patch: patchSchema }), historyStateSchema),
  'history.undo': call(nothing, editedSchema.nullable()),
  'history.redo': call(nothing, editedSchema.nullable()),
  'history.list': call(nothing, z.array(historyItemSchema).readonly()),
  /** Goes back (or forward) to just after an edit, or to before all with null; one edit of its own, so it can be undone. */
  'history.goTo': call(z.object({ id: idSchema.nullable() }), editedSchema.nullable()),
  'bin.list': call(nothing, binSchema),
  'bin.restore': call(
    z.object({
      documents: z.array(documentIdSchema).readonly(),
      marks: z.array(idSchema).readonly(),
    }),
    editedSchema,
  ),
  /** For good: no undo brings back what was in the bin. */
  'bin.empty': call(nothing, z.object({ documents: z.int(), marks: z.int() })),
  'backup.list': call(nothing, z.array(backupSchema).readonly()),
  'backup.make': call(nothing, backupSchema),
  'backup.preview': call(z.object({ file: z.string().max(300) }), backupPreviewSchema),
  /** One edit, which undo takes back; null where nothing differs. */
  'backup.restore': call(z.object({ file: z.string().max(300) }), editedSchema.nullable()),
  'tag.remove': call(z.object({ id: idSchema }), editedSchema),
} as const;

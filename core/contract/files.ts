import { z } from 'zod';
import { exportFormats } from '../exchange/export-formats.ts';
import { documentEntrySchema, documentIdSchema, documentVariants } from '../model/document.ts';
import { noticeSchema } from './app.ts';
import { call, nothing } from './call.ts';
import { errorCodes } from './result.ts';

export const importedSchema = z
  .object({
    name: z.string(),
    /** `known`: the same bytes were in the library already, so that document opens. */
    result: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('added'), entry: documentEntrySchema }),
      z.object({ kind: z.literal('known'), entry: documentEntrySchema }),
      z.object({ kind: z.literal('failed'), code: z.enum(errorCodes), message: z.string() }),
    ]),
  })
  .readonly();
export type Imported = z.infer<typeof importedSchema>;

/** What came of the files that were given, those in folders and archives each for itself. */
export const importRunSchema = z
  .object({
    results: z.array(importedSchema).readonly(),
    /** Files in folders and archives whose names say that they are nothing to read. */
    skipped: z.int().min(0),
    /** There are more files than are taken at once. */
    more: z.boolean(),
    cancelled: z.boolean(),
  })
  .readonly();
export type ImportRun = z.infer<typeof importRunSchema>;

/** How far a run is: files that are done, all that are known of, and the one at work. */
export const importProgressSchema = z
  .object({
    done: z.int().min(0),
    total: z.int().min(0),
    name: z.string(),
    /** Its pages can be shown while its text is read: `import.source` has them. */
    pages: z.boolean().optional(),
  })
  .readonly();
export type ImportProgress = z.infer<typeof importProgressSchema>;

/** What comes in and goes out as files. */
export const fileCalls = {
  /** Asks for files, or for a folder, with the system's dialog. */
  'import.pick': call(z.object({ what: z.enum(['files', 'folder']) }), importRunSchema),
  /** Files dropped on the window: the window reads them, so main is never given a path by a page. */
  'import.bytes': call(
    z.object({ name: z.string().max(1000), bytes: z.instanceof(Uint8Array) }),
    importRunSchema,
  ),
  /** What came of the files of the start that were late: answered when all are done. */
  'import.late': call(
    nothing,
    z
      .object({
        documents: z.array(documentEntrySchema).readonly(),
        open: documentIdSchema.nullable(),
        notices: z.array(noticeSchema).readonly(),
      })
      .readonly(),
  ),
  /** Many are about to be dropped: a backup is made first. */
  'import.prepare': call(z.object({ files: z.int().min(0) }), nothing),
  /** The file whose text is being read, where it has pages to show before that is done; else null. */
  'import.source': call(
    nothing,
    z.object({ bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array).nullable() }),
  ),
  /** Stops the import that is running: what came in before stays. */
  'import.cancel': call(nothing, nothing),
  'import.variant': call(
    z.object({ id: documentIdSchema, variant: z.enum(documentVariants) }),
    importedSchema,
  ),
  /** Asks where with the system's dialog; null where the reader thought better of it. */
  'export.save': call(
    z.object({ id: documentIdSchema, format: z.enum(exportFormats) }),
    z.object({ path: z.string().nullable() }),
  ),
} as const;

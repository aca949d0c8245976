import { z } from 'zod';
import { exportFormats } from '../exchange/export-formats.ts';
import { documentEntrySchema, documentIdSchema, documentVariants } from '../model/document.ts';
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

/** What comes in and goes out as files. */
export const fileCalls = {
  /** Asks for files with the system's dialog. */
  'import.pick': call(nothing, z.array(importedSchema).readonly()),
  /** Files dropped on the window: the window reads them, so main is never given a path by a page. */
  'import.bytes': call(
    z.object({ name: z.string().max(1000), bytes: z.instanceof(Uint8Array) }),
    importedSchema,
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

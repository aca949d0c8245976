import { z } from 'zod';
import { idSchema } from '../model/annotation.ts';
import { documentEntrySchema, documentIdSchema, readingPlaceSchema } from '../model/document.ts';
import { itemSchema } from '../model/item.ts';
import { settingsSchema } from '../model/settings.ts';
import { tagSchema } from '../model/tag.ts';
import { call, nothing } from './call.ts';
import { openedDocumentSchema } from './documents.ts';
import { historyStateSchema } from './edit.ts';

/** Something that the reader should know and did not ask for, such as a file that was restored. */
export const noticeSchema = z
  .object({ id: idSchema, tone: z.enum(['info', 'warning', 'error']), message: z.string() })
  .readonly();
export type Notice = z.infer<typeof noticeSchema>;

export const startedSchema = z
  .object({
    version: z.string(),
    platform: z.enum(['mac', 'windows', 'linux']),
    libraryPath: z.string(),
    settings: settingsSchema,
    documents: z.array(documentEntrySchema).readonly(),
    places: z.record(z.string(), readingPlaceSchema),
    tags: z.array(tagSchema).readonly(),
    items: z.array(itemSchema).readonly(),
    history: historyStateSchema,
    notices: z.array(noticeSchema).readonly(),
    /** The document to show first: one named at the start, else the last one read, else none. Where files are late, what to show if none comes. */
    open: documentIdSchema.nullable(),
    /** Files of the start are still coming in: the window asks for them by `import.late`. */
    late: z.boolean(),
    /** Its text, so that the first frame needs no second call; null where there is none, opening it fails, or files are late. */
    opened: openedDocumentSchema.nullable(),
  })
  .readonly();
export type Started = z.infer<typeof startedSchema>;

export const appCalls = {
  'app.start': call(nothing, startedSchema),
  'settings.save': call(z.object({ settings: settingsSchema }), nothing),
  /** Asks with the system's dialog, because closing now would lose the changes that wait. */
  'window.confirmClose': call(
    z.object({ waiting: z.int().min(1), why: z.string().max(2000) }),
    z.object({ close: z.boolean() }),
  ),
  'clipboard.write': call(z.object({ text: z.string().max(10_000_000) }), nothing),
  /** Hands a web or mail address to the system, on the reader's own click. */
  'link.open': call(z.object({ href: z.string().max(4000) }), nothing),
} as const;

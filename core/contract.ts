import { z } from 'zod';
import { exportFormats } from './exchange/export-formats.ts';
import { editLabels } from './edit/labels.ts';
import { patchSchema } from './edit/patch-schema.ts';
import { annotationSchema, idSchema, markColourSchema } from './model/annotation.ts';
import { blockSchema } from './model/block.ts';
import {
  documentDetailsSchema,
  documentEntrySchema,
  documentIdSchema,
  documentVariants,
  readingPlaceSchema,
} from './model/document.ts';
import { longestQuery, type FindHits } from './search/find-query.ts';
import { settingsSchema } from './model/settings.ts';
import { tagSchema } from './model/tag.ts';

// Every call and event between the window and main: the only file that both sides share about it.
// Replies are values: a thrown error would lose all but its message on the way.

export const errorCodes = [
  'unknown-call',
  'invalid-input',
  'forbidden',
  'not-found',
  'conflict',
  'not-saved',
  'read-only',
  'library-busy',
  'empty-file',
  'binary-file',
  'unreadable-file',
  'file-too-large',
  'file-vanished',
  'unsupported-file',
  'import-failed',
  'search-failed',
  'cancelled',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** `message` says what happened, what is safe and what to do, in words for the reader. */
export interface Failure {
  readonly code: ErrorCode;
  readonly message: string;
}
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

const nothing = z.object({}).strict();
const colourFilter = markColourSchema.nullable();

/** Something that the reader should know and did not ask for, such as a file that was restored. */
export const noticeSchema = z
  .object({ id: idSchema, tone: z.enum(['info', 'warning', 'error']), message: z.string() })
  .readonly();
export type Notice = z.infer<typeof noticeSchema>;

export const historyStateSchema = z
  .object({ undo: z.string().nullable(), redo: z.string().nullable() })
  .readonly();

export const sectionInfoSchema = z
  .object({ start: z.int(), end: z.int(), blocks: z.int() })
  .readonly();
export type SectionInfo = z.infer<typeof sectionInfoSchema>;

/** A section with its text; offsets in `blocks` count from the start of the whole canonical text. */
export const sectionContentSchema = z
  .object({ index: z.int(), text: z.string(), blocks: z.array(blockSchema).readonly() })
  .readonly();
export type SectionContent = z.infer<typeof sectionContentSchema>;

export const openedDocumentSchema = z
  .object({
    entry: documentEntrySchema,
    details: documentDetailsSchema,
    sections: z.array(sectionInfoSchema).readonly(),
    outline: z
      .array(z.object({ level: z.int(), text: z.string(), start: z.int() }).readonly())
      .readonly(),
    /** All marks where they are few; else those that the sections in `first` show, and `document.marks` has the rest. */
    annotations: z.array(annotationSchema).readonly(),
    marks: z.int(),
    place: readingPlaceSchema.nullable(),
    /** The sections around the reading place, so that the first screen needs no second call. */
    first: z.array(sectionContentSchema).readonly(),
  })
  .readonly();
export type OpenedDocument = z.infer<typeof openedDocumentSchema>;

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

/** A row of what is found in many texts: the title of a text, then its marks. */
export const foundRowSchema = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('title'),
      document: documentIdSchema,
      title: z.string(),
      count: z.int(),
    })
    .readonly(),
  z.object({ kind: z.literal('mark'), mark: annotationSchema }).readonly(),
]);
export type FoundRow = z.infer<typeof foundRowSchema>;

/** A part of what is found, as it is in `version`: another version, other rows. */
export const foundSchema = z
  .object({
    version: z.int(),
    /** Of all rows, and of all marks among them. */
    rows: z.int(),
    marks: z.int(),
    part: z.array(foundRowSchema).readonly(),
  })
  .readonly();
export type Found = z.infer<typeof foundSchema>;

/** Marks per tag and per document, bin excluded. */
export const countsSchema = z
  .object({
    tags: z.record(z.string(), z.int()),
    documents: z.record(z.string(), z.int()),
  })
  .readonly();
export type Counts = z.infer<typeof countsSchema>;

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

export const startedSchema = z
  .object({
    version: z.string(),
    platform: z.enum(['mac', 'windows', 'linux']),
    libraryPath: z.string(),
    settings: settingsSchema,
    documents: z.array(documentEntrySchema).readonly(),
    places: z.record(z.string(), readingPlaceSchema),
    tags: z.array(tagSchema).readonly(),
    history: historyStateSchema,
    notices: z.array(noticeSchema).readonly(),
    /** The document to show first: one named at the start, else the last one read, else none. */
    open: documentIdSchema.nullable(),
    /** Its text, so that the first frame needs no second call; null where there is none or opening it fails. */
    opened: openedDocumentSchema.nullable(),
  })
  .readonly();
export type Started = z.infer<typeof startedSchema>;

const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });
const changed = z.object({ patch: patchSchema, history: historyStateSchema }).readonly();

/** Each call's input, which main checks, and output, which types both sides. */
export const calls = {
  'app.start': call(nothing, startedSchema),
  'document.open': call(z.object({ id: documentIdSchema }), openedDocumentSchema),
  'document.sections': call(
    z.object({ id: documentIdSchema, from: z.int().min(0), count: z.int().min(1).max(64) }),
    z.array(sectionContentSchema).readonly(),
  ),
  /** Marks in reading order, from a position in that order. */
  'document.marks': call(
    z.object({ id: documentIdSchema, from: z.int().min(0), count: z.int().min(1) }),
    z.array(annotationSchema).readonly(),
  ),
  /**
   * Where words stand in a text. A newer search ends the one that is running with `cancelled`; an expression that is
   * none with `invalid-input`, one that takes too long with `search-failed`. An empty query gets the text ready.
   */
  'document.find': call(
    z.object({
      id: documentIdSchema,
      query: z
        .object({
          text: z.string().max(longestQuery),
          matchCase: z.boolean(),
          matchAccents: z.boolean(),
          wholeWord: z.boolean(),
          regex: z.boolean(),
        })
        .readonly(),
    }),
    z.custom<FindHits>(),
  ),
  'document.remove': call(z.object({ id: documentIdSchema }), changed),
  'document.rename': call(
    z.object({ id: documentIdSchema, title: z.string().trim().min(1).max(500) }),
    changed,
  ),
  'reading.save': call(
    z.object({
      id: documentIdSchema,
      offset: z.int().min(0),
      progress: z.number().min(0).max(1),
    }),
    nothing,
  ),
  /** The patch is on disk when the reply comes. */
  'edit.apply': call(z.object({ patch: patchSchema }), historyStateSchema),
  'history.undo': call(nothing, changed.nullable()),
  'history.redo': call(nothing, changed.nullable()),
  'history.list': call(nothing, z.array(historyItemSchema).readonly()),
  /** Goes back (or forward) to just after an edit, or to before all with null; one edit of its own, so it can be undone. */
  'history.goTo': call(z.object({ id: idSchema.nullable() }), changed.nullable()),
  'bin.list': call(nothing, binSchema),
  'bin.restore': call(
    z.object({
      documents: z.array(documentIdSchema).readonly(),
      marks: z.array(idSchema).readonly(),
    }),
    changed,
  ),
  /** For good: no undo brings back what was in the bin. */
  'bin.empty': call(nothing, z.object({ documents: z.int(), marks: z.int() })),
  'backup.list': call(nothing, z.array(backupSchema).readonly()),
  'backup.make': call(nothing, backupSchema),
  'backup.preview': call(z.object({ file: z.string().max(300) }), backupPreviewSchema),
  /** One edit, which undo takes back; null where nothing differs. */
  'backup.restore': call(z.object({ file: z.string().max(300) }), changed.nullable()),
  'tag.remove': call(z.object({ id: idSchema }), changed),
  /** A part of the marks that a query means, in the order of the library; null where the window has this version. */
  'marks.find': call(
    z.object({
      tag: idSchema.nullable(),
      colour: colourFilter,
      text: z.string().max(1000),
      hasNote: z.boolean(),
      /** The text that the window looks through itself. */
      except: documentIdSchema.nullable(),
      from: z.int().min(0),
      count: z.int().min(1).max(1000),
      version: z.int().nullable(),
    }),
    foundSchema.nullable(),
  ),
  'marks.counts': call(nothing, countsSchema),
  'settings.save': call(z.object({ settings: settingsSchema }), nothing),
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
  /** Asks with the system's dialog, because closing now would lose the changes that wait. */
  'window.confirmClose': call(
    z.object({ waiting: z.int().min(1), why: z.string().max(2000) }),
    z.object({ close: z.boolean() }),
  ),
  'clipboard.write': call(z.object({ text: z.string().max(10_000_000) }), nothing),
  /** Hands a web or mail address to the system, on the reader's own click. */
  'link.open': call(z.object({ href: z.string().max(4000) }), nothing),
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type CallInput<N extends CallName> = z.input<Calls[N]['input']>;
export type CallOutput<N extends CallName> = z.output<Calls[N]['output']>;

export const events = {
  /** A menu item was chosen; the id is one of commands.ts. */
  'command.chosen': z.object({ id: z.string() }),
  /** Files came in by the system: a second start, "Open with", the dialog of the menu. */
  'import.finished': z.array(importedSchema).readonly(),
  'import.started': z.object({ names: z.array(z.string()).readonly() }),
  /** An edit that this window did not make itself; a document that came in is one. */
  'library.changed': changed,
  'notice.raised': noticeSchema,
  /** The library was changed from outside in more than a patch can say: read everything again. */
  'library.reloaded': nothing,
} as const;
export type Events = typeof events;
export type EventName = keyof Events;
export type EventPayload<N extends EventName> = z.output<Events[N]>;

/**
 * What the preload puts on the window. What holds no bytes travels as JSON text both ways: objects are copied one by one
 * on their way into the page, which takes a second for 10,000 marks.
 */
export interface Bridge {
  readonly call: (name: string, input: unknown) => Promise<unknown>;
  readonly on: (name: string, listener: (payload: unknown) => void) => () => void;
}

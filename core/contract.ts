import { z } from 'zod';
import { idSchema } from './model/annotation.ts';
import { documentIdSchema } from './model/document.ts';
import { appCalls, noticeSchema } from './contract/app.ts';
import { nothing } from './contract/call.ts';
import { careCalls } from './contract/care.ts';
import { codebookCalls } from './contract/codebook.ts';
import { documentCalls } from './contract/documents.ts';
import { editedSchema } from './contract/edit.ts';
import { fileCalls, importProgressSchema, importRunSchema } from './contract/files.ts';
import { marksCalls } from './contract/marks.ts';
import { passageCalls } from './contract/passages.ts';
import { ruleProgressSchema, rulesCalls } from './contract/rules.ts';

// Every call and event between the window and main, by area in `contract/`: all that both sides share about it.
// Replies are values: a thrown error would lose all but its message on the way.

export * from './contract/app.ts';
export * from './contract/care.ts';
export * from './contract/codebook.ts';
export * from './contract/documents.ts';
export * from './contract/edit.ts';
export * from './contract/files.ts';
export * from './contract/marks.ts';
export * from './contract/passages.ts';
export * from './contract/result.ts';
export * from './contract/rules.ts';

export const calls = {
  ...appCalls,
  ...documentCalls,
  ...careCalls,
  ...marksCalls,
  ...rulesCalls,
  ...fileCalls,
  ...passageCalls,
  ...codebookCalls,
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type CallInput<N extends CallName> = z.input<Calls[N]['input']>;
export type CallOutput<N extends CallName> = z.output<Calls[N]['output']>;

export const events = {
  /** A menu item was chosen; the id is one of commands.ts. */
  'command.chosen': z.object({ id: z.string() }),
  /** Files came in by the system: a second start, "Open with", the dialog of the menu. */
  'import.finished': importRunSchema,
  /** Files are being taken in; not told more often than a window can show it. */
  'import.progress': importProgressSchema,
  /** An edit that this window did not make itself; a document that came in is one. */
  'library.changed': editedSchema,
  /** A search by a rule goes on through many texts. */
  'rules.progress': ruleProgressSchema,
  'notice.raised': noticeSchema,
  /** A link from outside names this place. */
  'place.asked': z.object({ document: documentIdSchema, mark: idSchema.nullable() }),
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

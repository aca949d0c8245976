import { z } from 'zod';
import { findQuote } from '../core/anchor/describe.ts';
import type { Result } from '../core/contract.ts';
import { shellMessages as messages } from '../core/messages/en/shell.ts';
import { markColourSchema } from '../core/model/annotation.ts';
import type { DocumentEntry } from '../core/model/document.ts';
import { importBytes } from './actions/import-into-library.ts';
import { markPassages } from './actions/mark-passages.ts';
import type { Services } from './services.ts';
import { failed, ok } from './store/outcome.ts';

/** `assets/welcome-marks.json`: the marks by which the welcome document explains itself. */
export const welcomeMarksSchema = z.array(
  z.object({
    quote: z.string().min(1),
    /** Which place of the quote, from 1. */
    nth: z.int().min(1).default(1),
    colour: markColourSchema,
    tags: z.array(z.string()),
    note: z.string(),
  }),
);
export type WelcomeMarks = z.infer<typeof welcomeMarksSchema>;

export interface Welcome {
  readonly text: string;
  readonly marks: WelcomeMarks;
}

type Context = Pick<Services, 'library' | 'importer' | 'stamp' | 'emit'>;

/**
 * Opens the welcome document, and makes it where it is not there. Its marks are set only when it is new: a reader who
 * deleted them has done what it teaches.
 */
export async function openWelcome(
  services: Context,
  welcome: Welcome,
): Promise<Result<DocumentEntry>> {
  const { library, stamp, emit } = services;
  const bytes = new TextEncoder().encode(welcome.text);
  // The program's own text needs no process of its own to be read in.
  const { parseSource } = await import('./importers/parse-source.ts');
  const importer = { ...services.importer, importSource: parseSource };
  const source = { bytes, name: 'welcome.md' };
  const { result } = await importBytes({ ...services, importer }, source, 'article');
  if (result.kind === 'failed') return failed(result.code, result.message);
  if (result.kind === 'known') return ok(result.entry);
  const content = await library.content(result.entry.id);
  if (!content.ok) return content;
  const passages = welcome.marks.flatMap(({ quote, nth, ...mark }) => {
    const span = findQuote(content.value.text, quote, nth - 1);
    return span === null ? [] : [{ ...mark, span, author: '' }];
  });
  const document = { id: result.entry.id, content: content.value };
  const marked = markPassages(document, library.tags(), passages, stamp);
  if ('badTag' in marked || passages.length < welcome.marks.length) {
    return failed('internal', messages.welcomeIncomplete);
  }
  const applied = await library.apply(marked.patch);
  if (!applied.ok) return applied;
  emit('library.changed', { patch: marked.patch, history: applied.value });
  return ok(result.entry);
}

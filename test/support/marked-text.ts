import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describeSpan, findQuote } from '../../core/anchor/describe.ts';
import { addMark } from '../../core/edit/marks.ts';
import type { Patch } from '../../core/edit/patch.ts';
import { newTag, tagAddition } from '../../core/edit/tags.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import type { DocumentId } from '../../core/model/document.ts';
import { call } from './bridge.ts';

const stamp = { id: () => randomUUID(), now: () => new Date().toISOString() };

/** A text with so many passages that can be told apart. */
export function numberedText(count: number): string {
  const lines = Array.from(
    { length: count },
    (_, at) => `Buoy ${String(at + 1)} lay at its place.`,
  );
  return `${lines.join('\n\n')}\n`;
}

/** Marks every passage of a numbered text in one edit, all with one new tag. */
export function markAll(document: DocumentId, text: string, tagName: string): Patch {
  const tag = newTag(tagName, 'blue', null, stamp);
  const quotes = [...text.matchAll(/Buoy \d+ lay/g)].map(([quote]) => quote);
  const additions = quotes.flatMap((quote) => {
    const span = findQuote(text, quote);
    if (span === null) throw new Error(`not in the text: ${quote}`);
    const now = stamp.now();
    const mark: Annotation = {
      id: stamp.id(),
      document,
      span,
      selector: describeSpan(text, [], span),
      colour: 'blue',
      tags: [tag.id],
      note: '',
      author: '',
      created: now,
      modified: now,
    };
    return addMark(mark, stamp).changes;
  });
  return {
    id: stamp.id(),
    at: stamp.now(),
    label: 'mark.add',
    changes: [tagAddition(tag), ...additions],
  };
}

export async function documentNamed(page: Page, title: string): Promise<DocumentId> {
  const started = await call(page, 'app.start', {});
  const found = started.ok
    ? started.value.documents.find((entry) => entry.title === title)
    : undefined;
  if (found === undefined) throw new Error(`no text ${title}`);
  return found.id;
}

/** The canonical text of a small document. */
export async function textOf(page: Page, id: DocumentId): Promise<string> {
  const opened = await call(page, 'document.open', { id });
  if (!opened.ok) throw new Error(opened.error.message);
  const count = Math.min(64, opened.value.sections.length);
  const sections = await call(page, 'document.sections', { id, from: 0, count });
  if (!sections.ok) throw new Error(sections.error.message);
  return sections.value.map(({ text }) => text).join('');
}

/** How many marks of a text are on disk, and how many of them bear any tag. */
export async function marksOf(
  page: Page,
  id: DocumentId,
): Promise<{ readonly marks: number; readonly tagged: number }> {
  const opened = await call(page, 'document.open', { id });
  if (!opened.ok) throw new Error(opened.error.message);
  const count = Math.max(opened.value.marks, 1);
  const marks = await call(page, 'document.marks', { id, from: 0, count });
  if (!marks.ok) throw new Error(marks.error.message);
  return {
    marks: marks.value.length,
    tagged: marks.value.filter(({ tags }) => tags.length > 0).length,
  };
}

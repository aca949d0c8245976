import { describeSpans } from '../anchor/describe-many.ts';
import { nearestColour } from '../exchange/hex-colours.ts';
import type { Annotation } from '../model/annotation.ts';
import { markColours } from '../model/colours.ts';
import type { DocumentContent, DocumentId, SourceMark } from '../model/document.ts';
import { sameSpan } from '../model/span.ts';
import { snapToGraphemes } from '../text/graphemes.ts';
import { outline } from '../text/outline.ts';
import { addition, marksPatch } from './marks.ts';
import type { Patch, Stamp } from './patch.ts';

// Marks and comments that a source came with: offered to the reader, and taken as marks of the reader's own.

const longestNote = 100_000;

/** Those that can be marks here: on words, cutting none of their signs, each once. */
export function usableMarks({ text, marks = [] }: DocumentContent): readonly SourceMark[] {
  const seen = new Set<string>();
  return marks.flatMap((mark) => {
    const span = trimmed(text, mark);
    if (span === null) return [];
    const usable = { ...mark, ...span, note: mark.note.slice(0, longestNote).toWellFormed() };
    const key = `${usable.start} ${usable.end} ${usable.note}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [usable];
  });
}

/** Whether one of these marks is that of the source, also where its note was written anew since. */
export function isTaken(own: SourceMark, among: Iterable<Annotation>): boolean {
  const created = isoTime(own.date);
  for (const { span, note, created: made } of among) {
    if (sameSpan(span, own) && (note === own.note || made === created)) return true;
  }
  return false;
}

/** One edit that adds those that are not there yet; null where none is missing. */
export function takeSourceMarks(
  document: { readonly id: DocumentId; readonly content: DocumentContent },
  there: readonly Annotation[],
  stamp: Stamp,
): Patch | null {
  const { text, blocks, outline: own } = document.content;
  const byStart = new Map<number, Annotation[]>();
  for (const mark of there) {
    const same = byStart.get(mark.span.start);
    if (same === undefined) byStart.set(mark.span.start, [mark]);
    else same.push(mark);
  }
  const missing = usableMarks(document.content).filter(
    (mark) => !isTaken(mark, byStart.get(mark.start) ?? []),
  );
  if (missing.length === 0) return null;
  const selectors = describeSpans(text, own ?? outline(blocks, text), missing);
  const now = stamp.now();
  const changes = missing.flatMap(({ start, end, colour, note, author, date }, index) => {
    const selector = selectors[index];
    if (selector === undefined) return [];
    const mark: Annotation = {
      id: stamp.id(),
      document: document.id,
      span: { start, end },
      selector,
      colour: (colour === null ? null : nearestColour(colour)) ?? markColours[0],
      tags: [],
      note,
      author: author ?? '',
      created: isoTime(date) ?? now,
      modified: now,
    };
    return [addition(mark)];
  });
  return marksPatch('mark.take', changes, stamp);
}

/** Whole signs without white space at the ends; null where nothing else is there. */
function trimmed(text: string, { start, end }: SourceMark): { start: number; end: number } | null {
  const passage = text.slice(start, end);
  const from = start + (passage.length - passage.trimStart().length);
  const to = Math.min(end, text.length) - (passage.length - passage.trimEnd().length);
  return from < to ? snapToGraphemes(text, { start: from, end: to }) : null;
}

function isoTime(date: string | null): string | null {
  const time = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

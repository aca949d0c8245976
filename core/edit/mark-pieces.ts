import type { Annotation, MarkLink, Selector } from '../model/annotation.ts';
import { withoutEmpty } from '../model/optional-fields.ts';
import { laterOf } from '../merge/times.ts';
import type { Span } from '../model/span.ts';
import { addition, marksPatch, removal, updateMark } from './marks.ts';
import type { Patch, Stamp } from './patch.ts';
import { readingOrder } from '../highlight/mark-list.ts';

/** What a span is stored by; whoever holds the text makes it. */
export type Describe = (span: Span) => Selector;

/**
 * Two marks of one: its tags are on both, its note and links stay with the first. The second is younger, so that
 * joining them gives the first back. Null where a part would be empty.
 */
export function splitMark(
  mark: Annotation,
  at: number,
  describe: Describe,
  stamp: Stamp,
): Patch | null {
  const { start, end } = mark.span;
  if (at <= start || at >= end) return null;
  const now = stamp.now();
  const head = { start, end: at };
  const tail = { start: at, end };
  const second: Annotation = withoutEmpty({
    ...mark,
    id: stamp.id(),
    span: tail,
    selector: describe(tail),
    note: '',
    // Never older than the first, though clocks differ.
    created: laterOf(mark.created, now),
    modified: now,
    links: [],
  });
  const first = updateMark(mark, { span: head, selector: describe(head) }, stamp);
  return marksPatch('mark.split', [first, addition(second)], stamp);
}

/**
 * One mark of several in one document: from the first start to the last end, with all tags, notes and links. The oldest
 * stays and becomes it. Null for fewer than two, for several documents, or where the notes are too long for one.
 */
export function joinMarks(
  marks: readonly Annotation[],
  describe: Describe,
  stamp: Stamp,
): Patch | null {
  const inOrder = marks.toSorted(readingOrder);
  const byAge = marks.toSorted(
    (a, b) => Date.parse(a.created) - Date.parse(b.created) || readingOrder(a, b),
  );
  const [oldest, ...others] = byAge;
  if (oldest === undefined || others.length === 0) return null;
  if (others.some(({ document }) => document !== oldest.document)) return null;
  const note = [...new Set(inOrder.map((mark) => mark.note))]
    .filter((part) => part !== '')
    .join('\n\n');
  if (note.length > longestNote) return null;
  const span = {
    start: Math.min(...marks.map((mark) => mark.span.start)),
    end: Math.max(...marks.map((mark) => mark.span.end)),
  };
  const tags = [...new Set(inOrder.flatMap((mark) => mark.tags))];
  const ids = new Set(marks.map(({ id }) => id));
  const links = distinctLinks(inOrder.flatMap((mark) => mark.links ?? [])).filter(
    ({ to }) => !ids.has(to),
  );
  const fields = { span, selector: describe(span), tags, note, links };
  return marksPatch(
    'mark.join',
    [updateMark(oldest, fields, stamp), ...others.map(removal)],
    stamp,
  );
}
const longestNote = 100_000;

/** The same passage once more, with all that is on it. */
export function duplicateMark(mark: Annotation, stamp: Stamp): Patch {
  const now = stamp.now();
  const copy = { ...mark, id: stamp.id(), created: now, modified: now };
  return marksPatch('mark.duplicate', [addition(copy)], stamp);
}

export function distinctLinks(links: readonly MarkLink[]): readonly MarkLink[] {
  return [...new Map(links.map((link) => [`${link.to} ${link.kind}`, link])).values()];
}

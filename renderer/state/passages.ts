import { countBefore, describeSpan } from '../../core/anchor/describe.ts';
import type { Passage } from '../../core/edit/marks.ts';
import type { Selector } from '../../core/model/annotation.ts';
import type { Span } from '../../core/model/span.ts';
import { snapToGraphemes } from '../../core/text/graphemes.ts';
import { headingPath } from '../../core/text/outline.ts';
import { sectionAt } from '../../core/text/sections.ts';
import type { OpenDocument } from './open-document.ts';

/**
 * A span's text with its surroundings, from the loaded sections: the section before through the section after, and the
 * offset where that starts. Null where a section in the span is not here yet.
 */
export function passageText(
  document: OpenDocument,
  span: Span,
): { readonly text: string; readonly from: number } | null {
  const { sections, loaded } = document;
  const first = sectionAt(sections, span.start);
  const last = sectionAt(sections, Math.max(span.start, span.end - 1));
  const parts: string[] = [];
  let from: number | null = null;
  for (
    let index = Math.max(0, first - 1);
    index <= Math.min(sections.length - 1, last + 1);
    index++
  ) {
    const section = loaded.get(index);
    if (section === undefined) {
      if (index >= first && index <= last) return null;
      if (index > last) break;
      continue;
    }
    from ??= sections[index]?.start ?? 0;
    parts.push(section.text);
  }
  return from === null ? null : { text: parts.join(''), from };
}

/** Which occurrence of its quote a span is, counted in the sections that are here; one across two sections is missed. */
function occurrencesBefore(document: OpenDocument, quote: string, span: Span): number {
  const last = sectionAt(document.sections, span.start);
  let count = 0;
  for (let index = 0; index <= last; index++) {
    const text = document.loaded.get(index)?.text;
    const start = document.sections[index]?.start ?? 0;
    if (text !== undefined) count += countBefore(text, quote, span.start - start);
  }
  return count;
}

/**
 * What a mark of a span is stored by: whole graphemes without white space at the ends. Null where the text is not here
 * yet, or nothing else is in it.
 */
export function describePassage(document: OpenDocument, span: Span): Passage | null {
  const source = passageText(document, span);
  if (source === null) return null;
  const { text, from } = source;
  const bare = trimSpan(text, { start: span.start - from, end: span.end - from });
  if (bare === null) return null;
  const local = snapToGraphemes(text, bare);
  const whole = { start: local.start + from, end: local.end + from };
  return { span: whole, selector: selectorOf(document, source, whole) };
}

/** What finds a span as it is again; null where its text is not here yet. */
export function describeWhole(document: OpenDocument, span: Span): Selector | null {
  const source = passageText(document, span);
  return source === null ? null : selectorOf(document, source, span);
}

function selectorOf(
  document: OpenDocument,
  { text, from }: { readonly text: string; readonly from: number },
  span: Span,
): Selector {
  const local = { start: span.start - from, end: span.end - from };
  return {
    ...describeSpan(text, [], local),
    headings: headingPath(document.outline, span.start).map((item) => item.text),
    occurrence: occurrencesBefore(document, text.slice(local.start, local.end), span),
  };
}

/** The text of a stretch; null where it is not here yet. */
export function textBetween(document: OpenDocument, start: number, end: number): string | null {
  const source = passageText(document, { start, end });
  return source === null ? null : source.text.slice(start - source.from, end - source.from);
}

/** Without white space at its ends; null where nothing else is in it. */
function trimSpan(text: string, span: Span): Span | null {
  const passage = text.slice(span.start, span.end);
  const start = span.start + (passage.length - passage.trimStart().length);
  const end = span.end - (passage.length - passage.trimEnd().length);
  return start < end ? { start, end } : null;
}

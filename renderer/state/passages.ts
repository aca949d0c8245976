import { countBefore } from '../../core/anchor/describe.ts';
import type { Span } from '../../core/model/span.ts';
import { sectionAt } from '../../core/text/sections.ts';
import type { OpenDocument } from './app-state.ts';

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
export function occurrencesBefore(document: OpenDocument, quote: string, span: Span): number {
  const last = sectionAt(document.sections, span.start);
  let count = 0;
  for (let index = 0; index <= last; index++) {
    const text = document.loaded.get(index)?.text;
    const start = document.sections[index]?.start ?? 0;
    if (text !== undefined) count += countBefore(text, quote, span.start - start);
  }
  return count;
}

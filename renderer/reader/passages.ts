import type { Block } from '../../core/model/block.ts';
import type { Span } from '../../core/model/span.ts';
import type { Passages, TextPassage } from '../../core/text/mark-ends.ts';
import { sectionAt } from '../../core/text/sections.ts';
import { sentences, stops, type Granularity } from '../../core/text/segment.ts';
import type { OpenDocument } from '../state/app-state.ts';

// Moves by sentence, word and character over the loaded text. A passage is the text of one block or table cell:
// no sentence and no word goes past it.

/** The sentence at an offset or, where none is, the next one; null at the end of the text. */
export function sentenceFrom(open: OpenDocument, offset: number): Span | null {
  for (const passage of passagesFrom(open, offset)) {
    const found = sentencesOf(open, passage).find((span) => span.end > offset);
    if (found !== undefined) return found;
  }
  return null;
}

/** The last sentence that ends at or before an offset. */
export function sentenceBefore(open: OpenDocument, offset: number): Span | null {
  for (const passage of passagesBefore(open, offset)) {
    const found = sentencesOf(open, passage).findLast((span) => span.end <= offset);
    if (found !== undefined) return found;
  }
  return null;
}

/** Moves the end of a selection to the next stop; it never reaches the start. Null where there is no further stop. */
export function moveEnd(
  open: OpenDocument,
  span: Span,
  granularity: Granularity,
  by: 1 | -1,
): Span | null {
  const language = open.details.language ?? undefined;
  const passages = by === 1 ? passagesFrom(open, span.end) : passagesBefore(open, span.end);
  for (const passage of passages) {
    const ends = stops(passage.text, granularity, language).map((stop) => passage.start + stop);
    const end =
      by === 1 ? ends.find((stop) => stop > span.end) : ends.findLast((stop) => stop < span.end);
    if (end !== undefined) return end > span.start ? { start: span.start, end } : null;
  }
  return null;
}

/** The loaded text as the ends of marks move in it. */
export function passagesIn(open: OpenDocument): Passages {
  return {
    from: (offset) => passagesFrom(open, offset),
    before: (offset) => passagesBefore(open, offset),
  };
}

function sentencesOf(open: OpenDocument, passage: TextPassage): Span[] {
  const language = open.details.language ?? undefined;
  return sentences(passage.text, language).map((span) => ({
    start: span.start + passage.start,
    end: span.end + passage.start,
  }));
}

function* passagesFrom(open: OpenDocument, offset: number): Generator<TextPassage> {
  for (let index = sectionAt(open.sections, offset); index < open.sections.length; index++) {
    for (const passage of passagesOf(open, index)) if (passage.end > offset) yield passage;
  }
}

function* passagesBefore(open: OpenDocument, offset: number): Generator<TextPassage> {
  for (let index = sectionAt(open.sections, offset); index >= 0; index--) {
    for (const passage of passagesOf(open, index).toReversed()) {
      if (passage.start < offset) yield passage;
    }
  }
}

function passagesOf(open: OpenDocument, index: number): TextPassage[] {
  const content = open.loaded.get(index);
  const from = open.sections[index]?.start ?? 0;
  return (content?.blocks ?? []).flatMap(leavesOf).map(({ start, end }) => ({
    start,
    end,
    text: content?.text.slice(start - from, end - from) ?? '',
  }));
}

function leavesOf(block: Block): readonly Span[] {
  return block.kind === 'table' ? block.rows.flat() : [block];
}

import type { Block } from '../../core/model/block.ts';
import type { Span } from '../../core/model/span.ts';
import type { Passages, TextPassage } from '../../core/text/mark-ends.ts';
import { sectionAt } from '../../core/text/sections.ts';
import { sentences } from '../../core/text/segment.ts';
import type { OpenDocument } from '../state/open-document.ts';

// Sentences, and passages for the ends of marks, of the loaded text. A passage is the text of one block or table cell:
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

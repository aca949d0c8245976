import { caretMessages as messages } from '../../core/messages/en/caret.ts';
import type { Span } from '../../core/model/span.ts';
import type { CaretUnit } from '../../core/text/caret-page.ts';
import { sectionAt } from '../../core/text/sections.ts';
import type { OpenDocument } from '../state/open-document.ts';
import { passageText } from '../state/passages.ts';
import { unitSpan } from './caret-steps.ts';

/** What a move of the caret arrives at; `line` and `edge` are told by what is seen. */
export type Arrival = CaretUnit | 'line';

/** In words, for those who listen: the character, word, line, sentence or paragraph at the caret. */
export function arrivalWords(
  open: OpenDocument,
  offset: number,
  arrival: Arrival,
  line: Span | null,
): string {
  if (arrival === 'heading') return headingWords(open, offset);
  const span = arrival === 'line' ? line : unitSpan(open, offset, arrival);
  if (arrival === 'character') return characterWords(open, offset, span);
  return span === null ? '' : messages.at(textOf(open, span).trim());
}

/** What is selected, in words. */
export function selectedWords(open: OpenDocument, span: Span): string {
  return messages.selected(textOf(open, span));
}

function characterWords(open: OpenDocument, offset: number, span: Span | null): string {
  if (offset >= open.entry.characters) return messages.textEnd;
  if (span === null || span.end <= offset) return messages.blockEnd;
  const character = textOf(open, span);
  if (character.trim() !== '') return character;
  return character.includes('\n') ? messages.lineBreak : messages.space;
}

function headingWords(open: OpenDocument, offset: number): string {
  const heading = open.outline.find((item) => item.start === offset);
  if (heading !== undefined) return messages.heading(heading.level, heading.text);
  if (offset >= open.entry.characters) return messages.textEnd;
  const first = sectionAt(open.sections, offset) === 0;
  const paragraph = unitSpan(open, offset, 'paragraph');
  if (paragraph === null) return first ? messages.textStart : '';
  return messages.at(textOf(open, paragraph));
}

function textOf(open: OpenDocument, span: Span): string {
  const source = passageText(open, span);
  return source?.text.slice(span.start - source.from, span.end - source.from) ?? '';
}

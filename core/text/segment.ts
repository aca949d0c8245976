import type { Span } from '../model/span.ts';
import { segmentationLanguage } from './language.ts';
import { sentenceEnd } from './sentence-ends.ts';

export type Granularity = 'grapheme' | 'word' | 'sentence';

/**
 * The sentences of one passage (the text of a block), without the white space around them. Line ends inside it are
 * taken for spaces; abbreviations, speech in quotes and the marks of notes do not end a sentence.
 */
export function sentences(passage: string, language?: string): Span[] {
  const line = passage.replaceAll('\n', ' ');
  const found: Span[] = [];
  let start = 0;
  for (const piece of segments(line, 'sentence', language)) {
    const end = sentenceEnd(line, start, piece.index + piece.segment.length);
    if (end === null || end <= start) continue;
    const whole = trimmed(passage, { start, end });
    if (whole !== null) found.push(whole);
    start = end;
  }
  return found;
}

/** What stands in a passage beside white space, in order: characters, or words and runs of signs between them. */
export function pieces(
  passage: string,
  granularity: 'grapheme' | 'word',
  language?: string,
): Span[] {
  const found: Span[] = [];
  let signs = false;
  for (const { index, segment, isWordLike } of segments(passage, granularity, language)) {
    const last = found.at(-1);
    const sign = granularity === 'word' && isWordLike !== true;
    const end = index + segment.length;
    if (segment.trim() === '') signs = false;
    else {
      if (sign && signs && last?.end === index) found.splice(-1, 1, { start: last.start, end });
      else found.push({ start: index, end });
      signs = sign;
    }
  }
  return found;
}

/** The pieces of a passage, for stepping through them without making all. */
export function segments(text: string, granularity: Granularity, language?: string): Intl.Segments {
  return new Intl.Segmenter(segmentationLanguage(text, language), { granularity }).segment(text);
}

function trimmed(text: string, span: Span): Span | null {
  const part = text.slice(span.start, span.end);
  const start = span.start + part.length - part.trimStart().length;
  const end = span.end - (part.length - part.trimEnd().length);
  return start < end ? { start, end } : null;
}

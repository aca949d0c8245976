import type { Span } from '../model/span.ts';

export type Granularity = 'grapheme' | 'word' | 'sentence';

/**
 * The sentences of one passage (the text of a block), without the white space around them. Line ends inside it are
 * taken for spaces; common abbreviations do not end a sentence.
 */
export function sentences(passage: string, language?: string): Span[] {
  const found: Span[] = [];
  let start: number | null = null;
  for (const piece of segments(passage.replaceAll('\n', ' '), 'sentence', language)) {
    start ??= piece.index;
    const end = piece.index + piece.segment.length;
    if (end < passage.length && abbreviation.test(piece.segment)) continue;
    const whole = trimmed(passage, { start, end });
    if (whole !== null) found.push(whole);
    start = null;
  }
  const rest = start === null ? null : trimmed(passage, { start, end: passage.length });
  return rest === null ? found : [...found, rest];
}

/** Where a selection's end can stop in a passage: after each grapheme, word or sentence. Never inside a grapheme. */
export function stops(passage: string, granularity: Granularity, language?: string): number[] {
  if (granularity === 'sentence') return sentences(passage, language).map((span) => span.end);
  return [...segments(passage, granularity, language)]
    .filter((piece) => granularity === 'grapheme' || piece.isWordLike === true)
    .map((piece) => piece.index + piece.segment.length);
}

// A sentence does not end after a title, a Latin abbreviation or a single letter: "Dr. Meier", "z. B.", "e.g. this".
const abbreviation =
  /(?:^|[\s(“„"‘«])(?:\p{L}|(?:\p{L}\.)+\p{L}|Mrs?|Ms|Drs?|Prof|St|vs|cf|approx|Nr|Abs|Art|Abb|Bd|bzw|ca|usw|vgl|Hr|Fr|Mme|Mlle|Sr|Sra|No|Fig|pp|vol|ed|eds)\.\s*$/u;

function segments(text: string, granularity: Granularity, language?: string): Intl.Segments {
  return new Intl.Segmenter(knownLanguage(language), { granularity }).segment(text);
}

/** A source may name a language that is none. */
function knownLanguage(language?: string): string | undefined {
  if (language === undefined) return undefined;
  try {
    return Intl.Segmenter.supportedLocalesOf(language)[0];
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function trimmed(text: string, span: Span): Span | null {
  const part = text.slice(span.start, span.end);
  const start = span.start + part.length - part.trimStart().length;
  const end = span.end - (part.length - part.trimEnd().length);
  return start < end ? { start, end } : null;
}

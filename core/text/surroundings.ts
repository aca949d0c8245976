import type { Span } from '../model/span.ts';

/** What stands before and after a passage, in whole words and within its paragraph and the next lines. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
}

const most = 180;

/** The text around a span; longer stretches are cut at a word and say so with an ellipsis. */
export function surroundings(text: string, { start, end }: Span): Surroundings {
  const before = text.slice(Math.max(0, start - most), start).toWellFormed();
  const after = text.slice(end, end + most).toWellFormed();
  return {
    before: start > most ? `…${before.replace(/^\S*\s/u, '')}` : before,
    after: end + most < text.length ? `${after.replace(/\s\S*$/u, '')}…` : after,
  };
}

import { fold } from '../text/fold.ts';
import { fuzzyText } from '../text/fuzzy-text.ts';
import { snapToGraphemes } from '../text/graphemes.ts';

export interface Excerpt {
  readonly text: string;
  /** The letters of the words, in UTF-16 units of the excerpt. */
  readonly indexes: readonly number[];
}

const longest = 160;
/** How much stands before the first word, where that is far in the passage. */
const before = 24;

/** A line of a passage in which the first word stands that was asked for. */
export function excerptOf(passage: string, asked: string): Excerpt {
  const line = passage.replace(/\s+/gu, ' ').trim();
  const { folded, offsets } = fuzzyText(line);
  const placeOf = (at: number): number =>
    at >= folded.length ? line.length : (offsets?.[at] ?? at);
  const places = fold(asked)
    .split(/\s+/u)
    .flatMap((word) => {
      const at = word === '' ? -1 : folded.indexOf(word);
      return at === -1 ? [] : [{ start: placeOf(at), end: placeOf(at + word.length) }];
    });
  const first = Math.min(...places.map(({ start }) => start), line.length);
  const from = places.length === 0 || first < longest / 2 ? 0 : first - before;
  const cut =
    line === ''
      ? { start: 0, end: 0 }
      : snapToGraphemes(line, { start: from, end: Math.min(line.length, from + longest) });
  const lead = cut.start === 0 ? '' : '…';
  const tail = cut.end === line.length ? '' : '…';
  const indexes = new Set<number>();
  for (const { start, end } of places) {
    for (let at = Math.max(start, cut.start); at < Math.min(end, cut.end); at++) {
      indexes.add(at - cut.start + lead.length);
    }
  }
  return {
    text: `${lead}${line.slice(cut.start, cut.end)}${tail}`,
    indexes: [...indexes].sort((a, b) => a - b),
  };
}

import { snapToGraphemes } from '../text/graphemes.ts';
import type { FoundPassage } from './query.ts';

/** A passage with what stands around it, as one line. `words` and `passage` are starts and ends in `text`, in turns. */
export interface Preview {
  readonly text: string;
  readonly passage: readonly [start: number, end: number];
  readonly words: readonly number[];
}

const around = 70;
const longest = 420;
/** How much of a long passage is shown before its first word, where that is far in. */
const leadIn = 120;

export function previewOf(text: string, { span, words }: FoundPassage): Preview {
  const first = words[0]?.span.start ?? span.start;
  const isFar = first - span.start > longest - leadIn;
  const from = Math.max(0, isFar ? first - leadIn : span.start - around);
  const to = Math.min(text.length, span.end + around, from + longest + around);
  const cut = snapToGraphemes(text, {
    start: from === 0 ? 0 : wordStart(text, from, Math.min(first, span.start)),
    end: to === text.length ? to : wordEnd(text, to, span.end),
  });
  const inside = (at: number): number => Math.min(Math.max(at, cut.start), cut.end) - cut.start;
  const shown = text.slice(cut.start, cut.end).toWellFormed();
  return {
    // One unit for one unit, so that the places stay.
    text: shown.replace(/[\n\r\t\u2028\u2029]/gu, ' '),
    passage: [inside(span.start), inside(span.end)],
    words: words.flatMap(({ span: { start, end } }) =>
      start < cut.end && end > cut.start ? [inside(start), inside(end)] : [],
    ),
  };
}

/** The first word that begins at or after an offset and before what must be shown; the offset where there is none. */
function wordStart(text: string, from: number, before: number): number {
  if (/\s/.test(text.charAt(from - 1))) return from;
  const space = text.slice(from, before).search(/\s/);
  return space < 0 ? from : from + space + 1;
}

function wordEnd(text: string, to: number, after: number): number {
  if (to <= after || /\s/.test(text.charAt(to))) return to;
  const tail = text.slice(after, to).search(/\s\S*$/);
  return tail < 0 ? to : after + tail;
}

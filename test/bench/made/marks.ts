import { markColours } from '../../../core/model/colours.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import type { Tag } from '../../../core/model/tag.ts';
import type { Stamp } from '../../../core/edit/patch.ts';
import type { Span } from '../../../core/model/span.ts';
import { between, oneOf, seeded, type Random } from './random.ts';

const context = 32;

/** Overlapping marks of 20 to 300 characters all over a text; a share of them bears a tag, every second of these a note. */
export function makeMarks(
  document: string,
  text: string,
  count: number,
  tags: readonly Tag[],
  seed: number,
  stamp: Stamp,
  share = 0.1,
): Annotation[] {
  const random = seeded(seed);
  const spans = Array.from({ length: count }, () => wordSpan(random, text));
  return spans
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map((span): Annotation => {
      const created = stamp.now();
      const tagged = tags.length > 0 && random() < share;
      return {
        id: stamp.id(),
        document,
        span,
        selector: {
          quote: text.slice(span.start, span.end),
          prefix: text.slice(Math.max(0, span.start - context), span.start),
          suffix: text.slice(span.end, span.end + context),
          headings: [],
          occurrence: 0,
        },
        colour: oneOf(random, markColours),
        tags: tagged ? [oneOf(random, tags).id] : [],
        note: tagged && random() < 0.5 ? 'A note of some words, to be read again.' : '',
        author: '',
        created,
        modified: created,
      };
    });
}

/** From the start of a word to the end of one. */
function wordSpan(random: Random, text: string): Span {
  const wish = Math.min(between(random, 20, 300), text.length - 1);
  let start = between(random, 0, text.length - wish - 1);
  while (start > 0 && isWord(text, start - 1)) start -= 1;
  while (start < text.length - 1 && !isWord(text, start)) start += 1;
  let end = Math.min(start + wish, text.length);
  while (end > start + 1 && !isWord(text, end - 1)) end -= 1;
  while (end < text.length && isWord(text, end) && isWord(text, end - 1)) end += 1;
  return { start, end };
}

function isWord(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(at));
}

import type { Annotation } from '../model/annotation.ts';
import type { Span } from '../model/span.ts';
import type { TagId } from '../model/tag.ts';
import type { FoundPassage } from './query.ts';

export interface Offers {
  readonly passages: readonly FoundPassage[];
  /** How many were left out because a mark over all of them bears the tags already. */
  readonly tagged: number;
}

/** Of what a rule found in a text, what is to be offered. Without tags nothing counts as tagged. */
export function offersOf(
  found: readonly FoundPassage[],
  marks: readonly Annotation[],
  tags: readonly TagId[],
): Offers {
  if (tags.length === 0) return { passages: found, tagged: 0 };
  const spans = marks
    .filter((mark) => tags.every((tag) => mark.tags.includes(tag)))
    .map(({ span }) => span)
    .toSorted((a, b) => a.start - b.start);
  const passages = [...found]
    .sort((a, b) => a.span.start - b.span.start)
    .filter(isNotCovered(spans));
  return { passages, tagged: found.length - passages.length };
}

/** Both come by their starts: of the spans that start before a passage, the one that reaches farthest decides. */
function isNotCovered(spans: readonly Span[]): (passage: FoundPassage) => boolean {
  let next = 0;
  let reach = -1;
  return ({ span: { start, end } }) => {
    for (let span = spans[next]; span !== undefined && span.start <= start; span = spans[next]) {
      reach = Math.max(reach, span.end);
      next += 1;
    }
    return reach < end;
  };
}

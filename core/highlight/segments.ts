import type { Annotation, AnnotationId } from '../model/annotation.ts';
import { spansOverlap, type Span } from '../model/span.ts';

export type Marked = Pick<Annotation, 'id' | 'span'>;

/** A stretch that the same marks cover from end to end, in reading order. */
export interface Segment<M extends Marked = Annotation> extends Span {
  readonly marks: readonly M[];
}

export const laneCount = 3;

/**
 * Cuts what the marks cover inside `within` into disjoint segments, ordered and as few as there can be. `marks` come in
 * reading order.
 */
export function segmentsOf<M extends Marked>(marks: readonly M[], within: Span): Segment<M>[] {
  const inside = marks.filter((mark) => spansOverlap(mark.span, within));
  const ends = inside.toSorted((a, b) => a.span.end - b.span.end);
  const segments: Segment<M>[] = [];
  let covering: readonly M[] = [];
  let at = within.start;
  let opening = 0;
  let closing = 0;

  const advance = (to: number): void => {
    if (to > at && covering.length > 0) segments.push({ start: at, end: to, marks: covering });
    at = Math.max(at, to);
  };
  while (closing < ends.length) {
    const opens = inside[opening]?.span.start ?? Infinity;
    const closes = ends[closing]?.span.end ?? Infinity;
    const next = Math.min(opens, closes);
    advance(Math.min(Math.max(next, within.start), within.end));
    if (next >= within.end) break;
    const closed = new Set<M>();
    for (let mark = ends[closing]; mark?.span.end === next; mark = ends[closing]) {
      closed.add(mark);
      closing += 1;
    }
    const opened: M[] = [];
    for (let mark = inside[opening]; mark?.span.start === next; mark = inside[opening]) {
      opened.push(mark);
      opening += 1;
    }
    covering = [...covering.filter((mark) => !closed.has(mark)), ...opened];
  }
  return segments;
}

/**
 * Gives marks that overlap different lanes, so that their underlines lie below each other. `marks` come in reading
 * order. Where more than `laneCount` lie over each other, the lane that is free soonest is used again.
 */
export function assignLanes(marks: readonly Marked[]): ReadonlyMap<AnnotationId, number> {
  const lanes = new Map<AnnotationId, number>();
  const freeFrom: number[] = Array<number>(laneCount).fill(0);
  for (const { id, span } of marks) {
    const free = freeFrom.findIndex((end) => end <= span.start);
    const lane = free === -1 ? freeFrom.indexOf(Math.min(...freeFrom)) : free;
    freeFrom[lane] = Math.max(freeFrom[lane] ?? 0, span.end);
    lanes.set(id, lane);
  }
  return lanes;
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assignLanes,
  laneCount,
  segmentsOf,
  type Marked,
} from '../../../core/highlight/segments.ts';
import { compareSpans, spansOverlap, type Span } from '../../../core/model/span.ts';

const marked = (spans: readonly Span[]): Marked[] =>
  spans.toSorted(compareSpans).map((span, index) => ({ id: `m${index}`, span }));

const spanOf = (limit: number) =>
  fc
    .tuple(fc.nat(limit), fc.integer({ min: 1, max: 30 }))
    .map(([start, length]) => ({ start, end: start + length }));
const spans = fc.array(spanOf(80), { maxLength: 25 });

describe('segmentsOf', () => {
  it('says of every unit which marks cover it', () => {
    fc.assert(
      fc.property(spans, spanOf(80), (raw, within) => {
        const marks = marked(raw);
        const segments = segmentsOf(marks, within);
        for (let unit = 0; unit < 120; unit++) {
          const inside = unit >= within.start && unit < within.end;
          const truth = inside
            ? marks.filter(({ span }) => span.start <= unit && unit < span.end)
            : [];
          const found = segments.filter(({ start, end }) => start <= unit && unit < end);
          expect(found.length).toBe(truth.length === 0 ? 0 : 1);
          expect(found[0]?.marks ?? []).toEqual(truth);
        }
      }),
    );
  });

  it('makes ordered, disjoint, non-empty segments, and no more than needed', () => {
    fc.assert(
      fc.property(spans, (raw) => {
        const segments = segmentsOf(marked(raw), { start: 0, end: 200 });
        segments.forEach((segment, index) => {
          expect(segment.start).toBeLessThan(segment.end);
          const next = segments[index + 1];
          if (next === undefined) return;
          expect(segment.end).toBeLessThanOrEqual(next.start);
          if (segment.end === next.start) expect(segment.marks).not.toEqual(next.marks);
        });
      }),
    );
  });

  it('has nothing where no mark is', () => {
    expect(segmentsOf([], { start: 0, end: 10 })).toEqual([]);
    expect(segmentsOf(marked([{ start: 20, end: 30 }]), { start: 0, end: 10 })).toEqual([]);
  });
});

describe('assignLanes', () => {
  it('keeps overlapping marks apart while there are lanes', () => {
    fc.assert(
      fc.property(spans, (raw) => {
        const marks = marked(raw);
        const lanes = assignLanes(marks);
        const deepest = Math.max(
          0,
          ...segmentsOf(marks, { start: 0, end: 200 }).map((segment) => segment.marks.length),
        );
        for (const mark of marks) {
          const lane = lanes.get(mark.id) ?? -1;
          expect(lane).toBeGreaterThanOrEqual(0);
          expect(lane).toBeLessThan(laneCount);
          if (deepest > laneCount) continue;
          for (const other of marks) {
            if (other === mark || !spansOverlap(mark.span, other.span)) continue;
            expect(lanes.get(other.id)).not.toBe(lane);
          }
        }
      }),
    );
  });

  it('uses the first lane for marks that stand alone', () => {
    const lanes = assignLanes(
      marked([
        { start: 0, end: 5 },
        { start: 5, end: 9 },
      ]),
    );
    expect([...lanes.values()]).toEqual([0, 0]);
  });
});

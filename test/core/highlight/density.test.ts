import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Density, rowOf } from '../../../core/highlight/density.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import { markColours } from '../../../core/model/colours.ts';
import { annotations } from '../../support/arbitraries.ts';

const length = 3000;
const rowCount = fc.integer({ min: 1, max: 700 });

function counts(density: Density): number[][] {
  return Array.from({ length: density.rows }, (_, row) =>
    markColours.map((_colour, lane) => density.count(row, lane)),
  );
}

/** By the definition: each row asks every mark. */
function counted(rows: number, marks: readonly Annotation[]): number[][] {
  return Array.from({ length: rows }, (_, row) =>
    markColours.map(
      (colour) =>
        marks.filter(
          (mark) =>
            mark.colour === colour &&
            rowOf(mark.span.start, length, rows) <= row &&
            row <= rowOf(mark.span.end - 1, length, rows),
        ).length,
    ),
  );
}

describe('Density', () => {
  it('counts in each row the marks of each colour that touch it', () => {
    fc.assert(
      fc.property(rowCount, annotations(length, 30), (rows, marks) => {
        const density = new Density(length, rows, marks);
        expect(counts(density)).toEqual(counted(rows, marks));
        expect(density.peak()).toBe(Math.max(...counts(density).flat()));
      }),
      { numRuns: 40 },
    );
  });

  it('is after any changes what a new count of the marks would be', () => {
    fc.assert(
      fc.property(
        rowCount,
        annotations(length, 30),
        annotations(length, 30),
        fc.array(fc.nat(29)),
        (rows, start, more, taken) => {
          const density = new Density(length, rows, start);
          const kept = new Set(start);
          for (const mark of more) {
            density.add(mark);
            kept.add(mark);
          }
          for (const at of taken) {
            const mark = start[at];
            if (mark !== undefined && kept.delete(mark)) density.remove(mark);
          }
          expect(counts(density)).toEqual(counts(new Density(length, rows, kept)));
        },
      ),
    );
  });

  it('names the rows that a change touches, and changes no other', () => {
    fc.assert(
      fc.property(rowCount, annotations(length, 12), (rows, marks) => {
        const [added, ...rest] = marks;
        if (added === undefined) return;
        const density = new Density(length, rows, rest);
        const before = counts(density);
        const { first, last } = density.add(added);
        counts(density).forEach((row, index) => {
          const same = JSON.stringify(row) === JSON.stringify(before[index]);
          expect(same).toBe(index < first || index > last);
        });
      }),
    );
  });

  it('keeps offsets outside of the text, and a text without characters, in its rows', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(5000), rowCount, (offset, size, rows) => {
        const row = rowOf(offset, size, rows);
        expect(row).toBeGreaterThanOrEqual(0);
        expect(row).toBeLessThan(rows);
      }),
    );
    expect(counts(new Density(0, 2, []))).toEqual(counted(2, []));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FoundGroups } from '../../../main/store/found-groups.ts';
import { annotations } from '../../support/arbitraries.ts';

const groups = fc
  .array(annotations(500, 6), { maxLength: 6 })
  .map((lists) =>
    lists
      .filter((marks) => marks.length > 0)
      .map((marks, index) => ({ document: `document-${index}`, title: `Text ${index}`, marks })),
  );

describe('FoundGroups', () => {
  it('gives in parts of any size what it is as a whole', () => {
    fc.assert(
      fc.property(groups, fc.integer({ min: 1, max: 9 }), (made, size) => {
        const found = new FoundGroups(made, 1);
        const whole = made.flatMap(({ document, title, marks }) => [
          { kind: 'title', document, title, count: marks.length },
          ...marks.map((mark) => ({ kind: 'mark', mark })),
        ]);
        const rows = [];
        for (let from = 0; from <= whole.length; from += size) {
          rows.push(...found.part(from, size).part);
        }
        expect(rows).toEqual(whole);
        expect(found.part(0, 1)).toMatchObject({
          rows: whole.length,
          marks: whole.length - made.length,
        });
      }),
    );
  });

  it('holds the same groups and no others', () => {
    fc.assert(
      fc.property(groups, (made) => {
        const found = new FoundGroups(made, 1);
        expect(found.holds(made.map((group) => ({ ...group, marks: [...group.marks] })))).toBe(
          true,
        );
        expect(found.holds(made.slice(1))).toBe(made.length === 0);
        expect(found.holds(made.map((group) => ({ ...group, title: 'other' })))).toBe(
          made.length === 0,
        );
      }),
    );
  });
});

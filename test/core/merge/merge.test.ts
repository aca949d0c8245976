import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesBetween, markChange } from '../../../core/merge/changes-between.ts';
import { conflictOf } from '../../../core/merge/conflict-name.ts';
import { mergeVersions } from '../../../core/merge/merge-versions.ts';
import { settleTags } from '../../../core/merge/settle-tags.ts';
import { compareTimes, timeAfter } from '../../../core/merge/times.ts';
import { markKind, tagKind, type Versions } from '../../../core/merge/versions.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import type { Tag } from '../../../core/model/tag.ts';

const few = 6;
const idOf = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`;
const time = fc.integer({ min: 0, max: 9 }).map((n) => `2026-01-02T00:00:00.00${n}Z`);
const id = fc.integer({ min: 0, max: few - 1 }).map(idOf);

const mark: fc.Arbitrary<Annotation> = fc.record({
  id,
  document: fc.constant('document'),
  span: fc.constant({ start: 0, end: 1 }),
  selector: fc.constant({ quote: 'a', prefix: '', suffix: '', headings: [], occurrence: 0 }),
  colour: fc.constantFrom('yellow', 'blue'),
  tags: fc.constant([]),
  note: fc.constantFrom('', 'one', 'two'),
  author: fc.constant(''),
  created: fc.constant('2026-01-01T00:00:00.000Z'),
  modified: time,
});
const tag: fc.Arbitrary<Tag> = fc.record({
  id,
  name: fc.constantFrom('A', 'a', 'B'),
  parent: fc.option(id),
  colour: fc.constant('blue'),
  description: fc.constant(''),
  created: time,
  modified: time,
});

/** Each id is there, removed, or unknown; a time beside the entity is later than its own. */
const versions = <E extends { readonly id: string; readonly modified: string }>(
  entity: fc.Arbitrary<E>,
): fc.Arbitrary<Versions<E>> =>
  fc
    .tuple(
      fc.uniqueArray(entity, { selector: (each) => each.id }),
      fc.uniqueArray(fc.record({ id, at: time, was: fc.constant(null) }), {
        selector: (each) => each.id,
      }),
      fc.dictionary(id, time),
    )
    .map(([all, removed, times]) => {
      const gone = new Set(removed.map((each) => each.id));
      const present = all.filter((each) => !gone.has(each.id));
      const touched = present.flatMap((each) => {
        const at = times[each.id];
        return at !== undefined && at > each.modified ? [[each.id, at] as const] : [];
      });
      return { present, removed, touched: Object.fromEntries(touched) };
    });

const merge = (a: Versions<Annotation>, b: Versions<Annotation>) => mergeVersions(a, b, markKind);
const marks = versions(mark);

describe('merging', () => {
  it('does not depend on who merges, in what order, or how often', () => {
    fc.assert(
      fc.property(marks, marks, marks, (a, b, c) => {
        expect(merge(a, b)).toEqual(merge(b, a));
        expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
        expect(merge(merge(a, b), b)).toEqual(merge(a, b));
      }),
      { numRuns: 500 },
    );
  });

  it('loses nothing that was not removed later', () => {
    fc.assert(
      fc.property(marks, marks, (a, b) => {
        const merged = merge(a, b);
        for (const one of [...a.present, ...b.present]) {
          const here = merged.present.find((each) => each.id === one.id);
          const removed = merged.removed.find((each) => each.id === one.id);
          expect(here !== undefined || (removed?.at ?? '') >= one.modified).toBe(true);
          if (here === undefined) continue;
          expect(here.modified >= one.modified || one.id in merged.touched).toBe(true);
        }
      }),
    );
  });

  it('says as changes what it does', () => {
    fc.assert(
      fc.property(marks, marks, (a, b) => {
        const merged = merge(a, b);
        const { changes } = changesBetween(a, merged, markKind, markChange);
        const byId = new Map(a.present.map((each) => [each.id, each]));
        for (const { id: changed, after } of changes) {
          if (after === null) byId.delete(changed);
          else byId.set(changed, after as Annotation);
        }
        expect([...byId.values()].sort((x, y) => markKind.order(x, y))).toEqual(merged.present);
      }),
    );
  });
});

describe('a merged codebook', () => {
  it('is whole, and settles at once', () => {
    fc.assert(
      fc.property(versions(tag), versions(tag), (a, b) => {
        const one = settleTags(mergeVersions(a, b, tagKind));
        expect(settleTags(mergeVersions(b, a, tagKind))).toEqual(one);
        expect(settleTags(one)).toEqual(one);
        const places = one.present.map((each) => `${each.parent}/${each.name.toLowerCase()}`);
        expect(new Set(places).size).toBe(places.length);
        const known = new Map(one.present.map((each) => [each.id, each.parent]));
        for (const each of one.present) {
          let above = each.parent;
          for (let steps = 0; above !== null; steps++) {
            expect(known.has(above) && steps <= few).toBe(true);
            above = known.get(above) ?? null;
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

it('times are compared by what they say, and a later change is never before an earlier one', () => {
  expect(compareTimes('2026-01-01T00:00:00Z', '2026-01-01T00:00:00.500Z')).toBeLessThan(0);
  expect(compareTimes('', '2026-01-01T00:00:00Z')).toBeLessThan(0);
  const known = '2026-01-01T00:00:05.000Z';
  expect(timeAfter(known, '2026-01-01T00:00:01.000Z')).toBe('2026-01-01T00:00:05.001Z');
  expect(timeAfter(known, '2026-01-01T00:00:06.000Z')).toBe('2026-01-01T00:00:06.000Z');
});

it.each([
  ['annotations.sync-conflict-20260102-030405-ABCDEF7.json', 'annotations.json'],
  ["library (Ada's conflicted copy 2026-01-02).json", 'library.json'],
  ['library (In Konflikt stehende Kopie von Bob 2026-01-02).json', 'library.json'],
  ['tags (conflicted copy 2026-01-02 030405).json', 'tags.json'],
  ['tags 2.json', 'tags.json'],
  ['tags.json', null],
  ['tags.json.bak', null],
  ['library.json.damaged-20260102T030405Z', null],
  ['annotations-old.json', null],
  ['notes 2.json', null],
])('%s is a copy of %s', (name, of) => {
  expect(conflictOf(name)).toBe(of);
});

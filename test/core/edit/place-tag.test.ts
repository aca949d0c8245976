import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeTag } from '../../../core/edit/place-tag.ts';
import { invertPatch } from '../../../core/edit/patch.ts';
import type { Tag } from '../../../core/model/tag.ts';
import { siblingOrder } from '../../../core/text/tag-order.ts';
import { countingStamp } from '../../support/arbitraries.ts';
import { tag, uuid } from '../exchange/sample.ts';
import { applied, world } from './world.ts';

const names = 'abcdefgh'.split('');

/** Siblings at the top, some of them with a place of their own, and one tag inside the first. */
const siblings = fc
  .array(fc.option(fc.integer({ min: -3, max: 3 }), { nil: null }), { minLength: 3, maxLength: 8 })
  .map((orders): readonly Tag[] => [
    ...orders.map((order, index) => {
      const plain = tag(index + 1, names[index] ?? '');
      return order === null ? plain : { ...plain, order };
    }),
    tag(99, 'inside', uuid(1)),
  ]);

const namesAt = (tags: Iterable<Tag>, parent: string | null): readonly string[] =>
  [...tags]
    .filter((each) => each.parent === parent)
    .sort(siblingOrder())
    .map(({ name }) => name);

describe('placeTag', () => {
  it('puts a tag exactly where it was dropped, keeps the others in their order, and is taken back', () => {
    fc.assert(
      fc.property(siblings, fc.nat(), fc.nat(), (tags, which, where) => {
        const all = tags.filter(({ parent }) => parent === null);
        const moved = all[which % all.length];
        fc.pre(moved !== undefined);
        const others = namesAt(all, null).filter((name) => name !== moved.name);
        const at = where % (others.length + 1);
        const before = all.find(({ name }) => name === others[at])?.id ?? null;
        const wanted = others.toSpliced(at, 0, moved.name);
        const stamp = countingStamp();
        const patch = placeTag(moved, { parent: null, before }, tags, stamp);
        const start = world([], tags);
        if (patch === null) {
          expect(namesAt(tags, null)).toEqual(wanted);
          return;
        }
        if (typeof patch === 'string') throw new Error(patch);
        const after = applied(start, patch);
        expect(namesAt(after.tags.values(), null)).toEqual(wanted);
        expect(applied(after, invertPatch(patch))).toEqual(start);
      }),
    );
  });

  it('puts a tag inside another, where its name puts it if none there has a place', () => {
    fc.assert(
      fc.property(siblings, fc.integer({ min: 2, max: 3 }), (tags, which) => {
        const moved = tags.find(({ id }) => id === uuid(which));
        fc.pre(moved !== undefined);
        const patch = placeTag(moved, { parent: uuid(1) }, tags, countingStamp());
        if (patch === null || typeof patch === 'string') throw new Error('it was not moved');
        const after = applied(world([], tags), patch);
        expect(namesAt(after.tags.values(), uuid(1))).toEqual([moved.name, 'inside']);
        expect(after.tags.get(moved.id)?.order).toBeUndefined();
      }),
    );
  });

  it('refuses a circle and a name that is taken', () => {
    const tags = [tag(1, 'a'), tag(2, 'b', uuid(1)), tag(3, 'b')];
    const [a, , other] = tags;
    if (a === undefined || other === undefined) throw new Error('no tags');
    expect(placeTag(a, { parent: uuid(2) }, tags, countingStamp())).toBe('circle');
    expect(placeTag(other, { parent: uuid(1) }, tags, countingStamp())).toBe('name-taken');
  });
});

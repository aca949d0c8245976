import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignTagKeys, noTagKeys, pinTag, type TagKeys } from '../../../core/codebook/tag-keys.ts';
import { applyFields } from '../../../core/edit/patch.ts';
import type { Tag, TagId } from '../../../core/model/tag.ts';
import { countingStamp } from '../../support/arbitraries.ts';
import { tag, uuid } from '../exchange/sample.ts';

const most = 20;
const named = (n: number, pinned: number | null = null): Tag => ({
  ...tag(n, `tag ${n}`),
  ...(pinned === null ? {} : { pinned }),
});
const mapOf = (tags: readonly Tag[]): ReadonlyMap<TagId, Tag> =>
  new Map(tags.map((each) => [each.id, each]));

const codebook = fc
  .array(fc.tuple(fc.integer({ min: 1, max: most }), fc.option(fc.integer({ min: 1, max: 9 }))), {
    maxLength: most,
  })
  .map((items) => mapOf(items.map(([n, pinned]) => named(n, pinned))));
const uses = fc.array(fc.integer({ min: 1, max: most }).map(uuid), { maxLength: 40 });

/** As the program does it: each use makes a tag the newest. */
function play(tags: ReadonlyMap<TagId, Tag>, used: readonly TagId[]): TagKeys {
  let keys = noTagKeys;
  let recent: readonly TagId[] = [];
  for (const id of used) {
    recent = [...new Set([id, ...recent])];
    keys = assignTagKeys(keys, tags, recent);
  }
  return keys;
}

describe('the tags by digit', () => {
  it('are tags of the codebook, each once, and the pinned ones stand at their digits', () => {
    fc.assert(
      fc.property(codebook, uses, (tags, used) => {
        const keys = assignTagKeys(play(tags, used), tags, used.toReversed());
        const there = keys.filter((id) => id !== null);
        expect(keys).toHaveLength(9);
        expect(new Set(there).size).toBe(there.length);
        for (const id of there) expect(tags.has(id)).toBe(true);
        const digits = new Set([...tags.values()].flatMap(({ pinned }) => pinned ?? []));
        for (const digit of digits) expect(tags.get(keys[digit - 1] ?? '')?.pinned).toBe(digit);
      }),
    );
  });

  it('do not move when one of them is used', () => {
    fc.assert(
      fc.property(codebook, uses, fc.nat(8), (tags, used, at) => {
        const keys = play(tags, used);
        const id = keys[at];
        if (id === null || id === undefined) return;
        const recent = [...new Set([id, ...used.toReversed()])];
        const again = assignTagKeys(keys, tags, recent);
        keys.forEach((key, index) => {
          if (key !== null) expect(again[index]).toBe(key);
        });
      }),
    );
  });

  it('have the tag that was used last, unless all digits are pinned', () => {
    fc.assert(
      fc.property(codebook, uses, (tags, used) => {
        const last = used.findLast((id) => tags.has(id));
        const keys = play(tags, used);
        const pinned = keys.filter((id) => tags.get(id ?? '')?.pinned != null).length;
        if (last !== undefined && pinned < 9) expect(keys).toContain(last);
      }),
    );
  });

  it('give way one at a time: the tag that was not used for longest goes', () => {
    const tags = mapOf(Array.from({ length: 10 }, (_, n) => named(n + 1)));
    const nine = Array.from({ length: 9 }, (_, n) => uuid(n + 1));
    const keys = play(tags, [...nine, uuid(1), uuid(10)]);
    expect(keys).toEqual([uuid(1), uuid(10), ...nine.slice(2)]);
  });

  it('are pinned by one patch that leaves each digit one tag', () => {
    fc.assert(
      fc.property(
        codebook,
        fc.nat(most),
        fc.option(fc.integer({ min: 1, max: 9 })),
        (tags, at, digit) => {
          const chosen = [...tags.values()][at];
          if (chosen === undefined) return;
          const patch = pinTag(chosen, digit, tags.values(), countingStamp());
          const after = new Map(tags);
          for (const change of patch?.changes ?? []) {
            if (change.entity !== 'tag') throw new Error('only tags change');
            const next = applyFields<Tag>(after.get(change.id), change);
            if (next !== null) after.set(change.id, next);
          }
          expect(after.get(chosen.id)?.pinned ?? null).toBe(digit);
          const same = [...after.values()].filter(({ pinned }) => pinned === digit);
          if (digit !== null) expect(same).toHaveLength(1);
        },
      ),
    );
  });
});

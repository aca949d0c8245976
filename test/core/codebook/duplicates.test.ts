import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../core/codebook/edit-distance.ts';
import { nearDuplicates } from '../../../core/codebook/near-duplicates.ts';
import { unusedTags } from '../../../core/codebook/unused-tags.ts';
import type { Tag } from '../../../core/model/tag.ts';
import { tag, uuid } from '../exchange/sample.ts';

const named = (...names: readonly (string | readonly [string, string])[]): readonly Tag[] =>
  names.map((name, index) =>
    typeof name === 'string' ? tag(index, name) : { ...tag(index, name[0]), aliases: [name[1]] },
  );
const pairs = (tags: readonly Tag[]) =>
  nearDuplicates(tags).map(({ a, b, reason }) => `${a.name} = ${b.name}: ${reason}`);

describe('near duplicates', () => {
  it('are found by name, alias, plural and spelling, the surest first', () => {
    const tags = named('Interveiws', 'Policies', 'interviews', 'Café', 'policy', 'cafe', [
      'Meeting',
      'Interviews',
    ]);
    expect(pairs(tags)).toEqual([
      'Café = cafe: same-name',
      'interviews = Meeting: alias',
      'Policies = policy: plural',
      'Interveiws = interviews: spelling',
    ]);
  });

  it('leaves alone what differs by intent', () => {
    expect(pairs(named('wave 1', 'wave 2', 'cat', 'car', 'trust', 'power'))).toEqual([]);
  });

  it('are the pairs that a plain search finds, each once', () => {
    const name = fc.string({
      unit: fc.constantFrom('a', 'b', 's', ' '),
      minLength: 5,
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.array(name, { maxLength: 12 }), (names) => {
        const tags = named(...names.filter((each) => each.trim() !== ''));
        const found = nearDuplicates(tags);
        const keys = found.map(({ a, b }) => [a.id, b.id].sort().join());
        expect(new Set(keys).size).toBe(keys.length);
        for (const [index, a] of tags.entries()) {
          for (const b of tags.slice(index + 1)) {
            const [one, two] = [a, b].map((each) => each.name.trim().replace(/ +/g, ' '));
            const length = Math.min(one?.length ?? 0, two?.length ?? 0);
            if (length < 5) continue;
            const near = editDistance(one ?? '', two ?? '') <= (length >= 10 ? 2 : 1);
            if (near) expect(keys).toContain([a.id, b.id].sort().join());
          }
        }
      }),
    );
  });

  it('looks through 5,000 tags within seconds at worst', () => {
    const tags = named(
      ...Array.from({ length: 5000 }, (_, n) => `topic ${(n * 7919).toString(36)} of ${n}`),
    );
    const start = performance.now();
    nearDuplicates(tags);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('the distance of two words', () => {
  it('is a distance', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, b)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});

it('a tag is in use where one below it is', () => {
  const tags = [tag(1, 'a'), tag(2, 'b', uuid(1)), tag(3, 'c', uuid(1)), tag(4, 'd')];
  expect(unusedTags(tags, { [uuid(2)]: 3 }).map(({ name }) => name)).toEqual(['c', 'd']);
  expect(unusedTags(tags, {})).toEqual(tags);
});

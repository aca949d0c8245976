import { describe, expect, it } from 'vitest';
import { planTag } from '../../../core/edit/plan-tag.ts';
import { findTag, tagPaths } from '../../../core/text/tag-path.ts';
import { tag, time, uuid } from '../exchange/sample.ts';

const tags = [
  tag(1, 'source'),
  tag(2, 'Anonymous', uuid(1)),
  tag(3, 'and/or'),
  tag(4, 'Méthode'),
  tag(5, 'other'),
  tag(6, 'anonymous', uuid(5)),
];
function counting() {
  let count = 50;
  return { id: () => uuid(count++), now: () => time };
}

describe('tag paths', () => {
  it('name a tag with its parents, also where the tree is damaged', () => {
    expect(tagPaths(tags).get(uuid(2))).toBe('source/Anonymous');
    expect(tagPaths([tag(1, 'a', uuid(2)), tag(2, 'b', uuid(1))]).get(uuid(1))).toBe('b/a');
    expect(tagPaths([tag(1, 'a', uuid(9))]).get(uuid(1))).toBe('a');
  });

  it('are found by path or name, without case and accents', () => {
    expect(findTag(tags, 'SOURCE/anonymous')).toBe(tags[1]);
    expect(findTag(tags, 'methode')).toBe(tags[3]);
    expect(findTag(tags, 'and/or')).toBe(tags[2]);
    expect(findTag(tags, 'anonymous')).toBe('ambiguous');
    expect(findTag(tags, 'nothing')).toBeNull();
  });

  it('are made where they are missing, parents first', () => {
    expect(planTag(tags, 'source/anonymous', counting())).toEqual({ id: uuid(2), additions: [] });
    const plan = planTag(tags, 'source / expert/named', counting());
    expect(plan?.additions.map(({ name, parent }) => [name, parent])).toEqual([
      ['expert', uuid(1)],
      ['named', uuid(50)],
    ]);
    expect(plan?.id).toBe(uuid(51));
    expect(planTag(tags, 'source//x', counting())).toBeNull();
    expect(planTag(tags, ' ', counting())).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { tagTargets } from '../../../core/codebook/tag-targets.ts';
import { suggest, type Pick } from '../../../renderer/tags/tag-choices.ts';
import { tagRows } from '../../../renderer/tags/tag-tree.ts';
import { tag, uuid } from '../../core/exchange/sample.ts';

const tags = new Map(
  [
    tag(1, 'source'),
    tag(2, 'anonymous', uuid(1)),
    tag(3, 'claim'),
    tag(4, 'unsourced', uuid(3)),
  ].map((item) => [item.id, item]),
);
const targets = tagTargets(tags);
const labels = (query: string, picked: readonly Pick[] = [], recent: readonly string[] = []) =>
  suggest(query, targets, picked, recent).map((row) =>
    row.kind === 'tag' ? row.path : `create ${row.name}`,
  );

describe('the choices of the tag box', () => {
  it('offers paths, best first, and a new tag last', () => {
    expect(labels('so')).toEqual([
      'source',
      'source / anonymous',
      'claim / unsourced',
      'create so',
    ]);
  });

  it('offers no new tag where one has this name, in any case', () => {
    expect(labels('SOURCE')).not.toContain('create SOURCE');
    expect(labels('Anonymous')[0]).toBe('source / anonymous');
  });

  it('leaves out what is picked, and a name that is about to be made', () => {
    expect(labels('so', [{ kind: 'tag', id: uuid(1) }])[0]).toBe('source / anonymous');
    expect(labels('new', [{ kind: 'create', name: 'New' }])).toEqual([]);
  });

  it('shows what was used lately first where nothing is written', () => {
    expect(labels('', [], [uuid(4), uuid(2)])).toEqual([
      'claim / unsourced',
      'source / anonymous',
      'claim',
      'source',
    ]);
  });
});

describe('the rows of the codebook', () => {
  it('stand under their parents by name', () => {
    expect(tagRows(tags).map((row) => `${row.depth} ${row.tag.name}`)).toEqual([
      '0 claim',
      '1 unsourced',
      '0 source',
      '1 anonymous',
    ]);
  });

  it('lose no tag to a circle or a parent that is gone', () => {
    const odd = [tag(1, 'a', uuid(2)), tag(2, 'b', uuid(1)), tag(3, 'c', uuid(9))];
    const rows = tagRows(new Map(odd.map((item) => [item.id, item])));
    expect(rows.map((row) => row.tag.name).toSorted()).toEqual(['a', 'b', 'c']);
  });
});

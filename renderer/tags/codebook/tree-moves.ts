import type { TagPlace } from '../../../core/edit/place-tag.ts';
import type { Tag, TagId } from '../../../core/model/tag.ts';
import { siblingOrder } from '../../../core/text/tag-order.ts';

export type TreeMove = 'up' | 'down' | 'in' | 'out';
export type DropSide = 'before' | 'into' | 'after';

/** Where a tag goes by a key; null where it cannot go further. */
export function keyPlace(tag: Tag, move: TreeMove, tags: ReadonlyMap<TagId, Tag>): TagPlace | null {
  const siblings = siblingsOf(tag.parent, tags);
  const at = siblings.findIndex(({ id }) => id === tag.id);
  const above = siblings[at - 1];
  switch (move) {
    case 'up':
      return above === undefined ? null : { parent: tag.parent, before: above.id };
    case 'down':
      return siblings[at + 1] === undefined
        ? null
        : { parent: tag.parent, before: siblings[at + 2]?.id ?? null };
    case 'in':
      return above === undefined ? null : { parent: above.id };
    case 'out': {
      const parent = tag.parent === null ? undefined : tags.get(tag.parent);
      return parent === undefined ? null : dropPlace(parent, 'after', tags);
    }
  }
}

/** Where a tag goes that is dropped on another. */
export function dropPlace(target: Tag, side: DropSide, tags: ReadonlyMap<TagId, Tag>): TagPlace {
  if (side === 'into') return { parent: target.id };
  const { parent } = target;
  if (side === 'before') return { parent, before: target.id };
  const siblings = siblingsOf(parent, tags);
  const at = siblings.findIndex(({ id }) => id === target.id);
  return { parent, before: siblings[at + 1]?.id ?? null };
}

function siblingsOf(parent: TagId | null, tags: ReadonlyMap<TagId, Tag>): readonly Tag[] {
  return [...tags.values()].filter((tag) => tag.parent === parent).sort(siblingOrder());
}

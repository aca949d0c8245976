import type { Tag, TagId } from '../model/tag.ts';
import { siblingOrder } from '../text/tag-order.ts';
import type { Patch, Stamp } from './patch.ts';
import { moveTag, type TagRefusal } from './tag-tree.ts';
import { tagUpdate } from './tags.ts';

/** Where a tag is to stand: before a tag of that parent, after the last with null, or where its name puts it. */
export interface TagPlace {
  readonly parent: TagId | null;
  readonly before?: TagId | null;
}

/** Puts a tag at a place of the tree, giving its siblings places where they need them; null where it is there already. */
export function placeTag(
  tag: Tag,
  { parent, before }: TagPlace,
  tags: readonly Tag[],
  stamp: Stamp,
): Patch | TagRefusal | null {
  const compare = siblingOrder();
  const now = tags.filter((other) => other.parent === parent).sort(compare);
  const siblings = now.filter(({ id }) => id !== tag.id);
  const found = siblings.findIndex(({ id }) => id === before);
  const at = found === -1 ? siblings.length : found;
  const byName = [...siblings, { ...tag, parent, order: null }].sort(compare);
  const wanted = before === undefined ? byName : siblings.toSpliced(at, 0, tag);
  if (tag.parent === parent && sameOrder(now, wanted)) return null;

  const own = sameOrder(byName, wanted) ? null : freePlace(siblings, at);
  const orders = own === 'none' ? new Map(wanted.map(({ id }, index) => [id, index])) : null;
  const order = own === 'none' ? at : own;
  const moved = moveTag(tag, parent, order, tags, stamp);
  if (typeof moved === 'string' || orders === null) return moved;
  const others = siblings.flatMap((each) => {
    const place = orders.get(each.id) ?? null;
    return (each.order ?? null) === place ? [] : [tagUpdate(each, { order: place }, stamp)];
  });
  return { ...moved, changes: [...moved.changes, ...others] };
}

/** A place between two siblings; `none` where those before it have none themselves or no number lies between. */
function freePlace(siblings: readonly Tag[], at: number): number | 'none' {
  const left = siblings[at - 1]?.order ?? null;
  const right = siblings[at]?.order ?? null;
  if (left === null) return at > 0 ? 'none' : right === null ? 0 : right - 1;
  if (right === null) return left + 1;
  const middle = (left + right) / 2;
  return left < middle && middle < right ? middle : 'none';
}

function sameOrder(a: readonly Tag[], b: readonly Tag[]): boolean {
  return a.length === b.length && a.every(({ id }, index) => id === b[index]?.id);
}

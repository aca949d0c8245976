import type { Patch, Stamp } from '../edit/patch.ts';
import { tagUpdate } from '../edit/tags.ts';
import type { Tag, TagId } from '../model/tag.ts';

/** The tags that the digits 1 to 9 give, in their order; null for a digit without one. */
export type TagKeys = readonly (TagId | null)[];

const keyCount = 9;
export const noTagKeys: TagKeys = Array<null>(keyCount).fill(null);

/**
 * Pinned tags stand at their digits; tags that were used fill the others. A tag keeps its digit as long as it has one:
 * a key must not mean another tag because it was pressed. A tag that comes takes a free digit, or that of the tag that
 * was not used for longest. `recent` is newest first.
 */
export function assignTagKeys(
  before: TagKeys,
  tags: ReadonlyMap<TagId, Tag>,
  recent: readonly TagId[],
): TagKeys {
  const keys: (TagId | null)[] = [...noTagKeys];
  const placed = new Set<TagId>();
  for (const [digit, tag] of pinnedTags(tags)) {
    keys[digit - 1] = tag.id;
    placed.add(tag.id);
  }
  const pinned = new Set(placed);
  for (const [index, id] of before.entries()) {
    if (id === null || keys[index] !== null || placed.has(id) || !tags.has(id)) continue;
    keys[index] = id;
    placed.add(id);
  }
  const coming = recent.filter((id) => tags.has(id) && !placed.has(id));
  for (const id of coming) {
    const free = keys.indexOf(null);
    if (free === -1) break;
    keys[free] = id;
    placed.add(id);
  }
  const newest = recent.find((id) => tags.has(id));
  if (newest !== undefined && !placed.has(newest)) {
    const oldest = longestUnused(keys, pinned, recent);
    if (oldest !== -1) keys[oldest] = newest;
  }
  return keys.every((id, index) => id === before[index]) ? before : keys;
}

function longestUnused(
  keys: TagKeys,
  pinned: ReadonlySet<TagId>,
  recent: readonly TagId[],
): number {
  const ages = keys.map((id) => {
    if (id === null || pinned.has(id)) return -1;
    const age = recent.indexOf(id);
    return age === -1 ? Infinity : age;
  });
  const most = Math.max(...ages);
  return most === -1 ? -1 : ages.indexOf(most);
}

/** One tag for a digit, though two machines may have pinned one each: the one that was changed last. */
function pinnedTags(tags: ReadonlyMap<TagId, Tag>): ReadonlyMap<number, Tag> {
  const pinned = new Map<number, Tag>();
  for (const tag of tags.values()) {
    if (typeof tag.pinned !== 'number') continue;
    const rival = pinned.get(tag.pinned);
    if (rival === undefined || isLater(tag, rival)) pinned.set(tag.pinned, tag);
  }
  return pinned;
}

function isLater(a: Tag, b: Tag): boolean {
  return a.modified === b.modified ? a.id > b.id : a.modified > b.modified;
}

/** Pins a tag to a digit, which no other tag keeps; null takes the pin off. No patch where nothing changes. */
export function pinTag(
  tag: Tag,
  digit: number | null,
  tags: Iterable<Tag>,
  stamp: Stamp,
): Patch | null {
  const others = [...tags].filter(
    (other) => other.id !== tag.id && digit !== null && other.pinned === digit,
  );
  const own = (tag.pinned ?? null) === digit ? [] : [tagUpdate(tag, { pinned: digit }, stamp)];
  const changes = [...others.map((other) => tagUpdate(other, { pinned: null }, stamp)), ...own];
  if (changes.length === 0) return null;
  return { id: stamp.id(), at: stamp.now(), label: 'tag.pin', changes };
}

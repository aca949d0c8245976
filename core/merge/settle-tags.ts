import type { Tag } from '../model/tag.ts';
import { fold } from '../text/fold.ts';
import { compareTimes, laterOf, timeAfter } from './times.ts';
import { tagKind, type Versions } from './versions.ts';

/**
 * Makes a merged codebook whole: a tag whose parent is gone, or that stands under itself, comes to the top; of siblings
 * with one name the younger gets a number. What is changed becomes a later version, the same on every machine.
 */
export function settleTags(versions: Versions<Tag>): Versions<Tag> {
  const tags = new Map(versions.present.map((tag) => [tag.id, tag]));
  const lastChange = (tag: Tag): string => laterOf(tag.modified, versions.touched[tag.id] ?? '');
  const change = (tag: Tag, fields: Partial<Tag>): void => {
    const modified = timeAfter(lastChange(tag), lastChange(tag));
    tags.set(tag.id, { ...tag, ...fields, modified });
  };
  const oldestFirst = [...versions.present].sort(tagKind.order);
  for (const { id } of oldestFirst) {
    const tag = tags.get(id);
    if (tag === undefined || tag.parent === null) continue;
    const newest = loopOf(tag, tags).toSorted(
      (a, b) => compareTimes(lastChange(b), lastChange(a)) || (a.id < b.id ? -1 : 1),
    )[0];
    if (newest !== undefined) change(newest, { parent: null });
    else if (!tags.has(tag.parent)) change(tag, { parent: null });
  }
  const taken = new Set<string>();
  for (const { id } of oldestFirst) {
    const tag = tags.get(id);
    if (tag === undefined) continue;
    const name = freeName(tag, taken);
    if (name !== tag.name) change(tag, { name });
    taken.add(placeOf(tag.parent, name));
  }
  return { ...versions, present: [...tags.values()].sort(tagKind.order) };
}

/** The tags of the loop that a tag is in; none where it is in none. */
function loopOf(tag: Tag, tags: ReadonlyMap<string, Tag>): readonly Tag[] {
  const path: Tag[] = [];
  let above: Tag | undefined = tag;
  while (above !== undefined && !path.includes(above)) {
    path.push(above);
    above = above.parent === null ? undefined : tags.get(above.parent);
  }
  return above === tag ? path : [];
}

function freeName(tag: Tag, taken: ReadonlySet<string>): string {
  let name = tag.name;
  for (let number = 2; taken.has(placeOf(tag.parent, name)); number++) {
    const suffix = ` (${number})`;
    name = `${tag.name.slice(0, 120 - suffix.length).trimEnd()}${suffix}`;
  }
  return name;
}

function placeOf(parent: string | null, name: string): string {
  return `${parent ?? ''}/${fold(name)}`;
}

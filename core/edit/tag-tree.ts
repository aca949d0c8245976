import type { Annotation } from '../model/annotation.ts';
import type { Tag, TagId } from '../model/tag.ts';
import { fold } from '../text/fold.ts';
import { updateMark } from './marks.ts';
import type { Patch, Stamp } from './patch.ts';
import { retagChanges } from './retag.ts';
import { tagAddition, tagRemoval, tagUpdate } from './tags.ts';

/** Why an edit of the codebook cannot be made. */
export type TagRefusal = 'circle' | 'name-taken' | 'same-tag';

/** Puts a tag under another, or at the top with null, at a place among its new siblings. */
export function moveTag(
  tag: Tag,
  parent: TagId | null,
  order: number | null,
  tags: readonly Tag[],
  stamp: Stamp,
): Patch | TagRefusal {
  if (parent !== null && branchOf(tag.id, tags).has(parent)) return 'circle';
  if (isNameTaken(tag.name, parent, tag.id, tags)) return 'name-taken';
  const change = tagUpdate(tag, { parent, order }, stamp);
  return { id: stamp.id(), at: stamp.now(), label: 'tag.move', changes: [change] };
}

/** Takes a tag and all tags under it out of the codebook and off every mark. */
export function removeBranch(
  tag: Tag,
  tags: readonly Tag[],
  marks: readonly Annotation[],
  stamp: Stamp,
): Patch {
  const gone = branchOf(tag.id, tags);
  const without = marks.flatMap((mark) => {
    const kept = mark.tags.filter((id) => !gone.has(id));
    return kept.length === mark.tags.length ? [] : [{ mark, kept }];
  });
  return {
    id: stamp.id(),
    at: stamp.now(),
    label: 'tag.remove',
    changes: [
      ...without.map(({ mark, kept }) => updateMark(mark, { tags: kept }, stamp)),
      // Children before their parents, so that the inverse makes parents first.
      ...tags
        .filter(({ id }) => gone.has(id))
        .toSorted((a, b) => depthOf(b, tags) - depthOf(a, tags))
        .map((each) => tagRemoval(each)),
    ],
  };
}

/**
 * A second tag beside one: the chosen passages bear it instead of the first or, with `both`, beside it; those of
 * `neither` bear none of the two.
 */
export function splitTag(
  tag: Tag,
  second: Tag,
  chosen: {
    readonly moved: readonly Annotation[];
    readonly both: readonly Annotation[];
    readonly neither?: readonly Annotation[];
  },
  tags: readonly Tag[],
  stamp: Stamp,
): Patch | TagRefusal {
  if (isNameTaken(second.name, tag.parent, second.id, tags)) return 'name-taken';
  return {
    id: stamp.id(),
    at: stamp.now(),
    label: 'tag.split',
    changes: [
      tagAddition({ ...second, parent: tag.parent }),
      ...retagChanges(chosen.moved, { replace: tag.id, by: second.id }, stamp),
      ...retagChanges(chosen.both, { add: second.id }, stamp),
      ...retagChanges(chosen.neither ?? [], { remove: tag.id }, stamp),
    ],
  };
}

/** A tag and all under it; stops in a circle. */
export function branchOf(id: TagId, tags: readonly Tag[]): ReadonlySet<TagId> {
  const branch = new Set([id]);
  for (let size = 0; size < branch.size;) {
    size = branch.size;
    for (const tag of tags) if (tag.parent !== null && branch.has(tag.parent)) branch.add(tag.id);
  }
  return branch;
}

export function isNameTaken(
  name: string,
  parent: TagId | null,
  id: TagId,
  tags: readonly Tag[],
): boolean {
  const wanted = fold(name.trim());
  return tags.some((tag) => tag.id !== id && tag.parent === parent && fold(tag.name) === wanted);
}

function depthOf(tag: Tag, tags: readonly Tag[]): number {
  const byId = new Map(tags.map((each) => [each.id, each]));
  const seen = new Set<TagId>();
  for (let at: Tag | undefined = tag; at !== undefined && !seen.has(at.id);) {
    seen.add(at.id);
    at = at.parent === null ? undefined : byId.get(at.parent);
  }
  return seen.size;
}

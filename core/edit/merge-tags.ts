import type { Annotation } from '../model/annotation.ts';
import type { Example, Tag, TagId } from '../model/tag.ts';
import { fold } from '../text/fold.ts';
import { updateMark } from './marks.ts';
import type { Change, Patch, Stamp } from './patch.ts';
import { branchOf, isNameTaken, type TagRefusal } from './tag-tree.ts';
import { tagRemoval, tagUpdate } from './tags.ts';

/**
 * One tag of two: every passage of `from` is under `into`, which keeps the other's names as aliases and has its
 * children; children of one name become one as well. A tag that is merged into one below it gives that its place.
 */
export function mergeTags(
  from: Tag,
  into: Tag,
  tags: readonly Tag[],
  marks: readonly Annotation[],
  stamp: Stamp,
): Patch | TagRefusal {
  if (from.id === into.id) return 'same-tag';
  const rises = branchOf(from.id, tags).has(into.id);
  const parent = rises ? from.parent : into.parent;
  const others = tags.filter(({ id }) => id !== from.id);
  if (rises && isNameTaken(into.name, parent, into.id, others)) return 'name-taken';

  const raised = tags.map((tag) => (tag.id === into.id ? { ...tag, parent } : tag));
  const after = new Map(raised.map((tag) => [tag.id, tag]));
  const heirs = new Map<TagId, TagId>();
  mergeInto(from.id, into.id, after, heirs, new Set());

  const changes: Change[] = marks.flatMap((mark) => {
    const kept = [...new Set(mark.tags.map((id) => heirs.get(id) ?? id))];
    const same = kept.length === mark.tags.length && kept.every((id, i) => id === mark.tags[i]);
    return same ? [] : [updateMark(mark, { tags: kept }, stamp)];
  });
  for (const before of tags) {
    const now = after.get(before.id);
    if (now !== undefined && now !== before) {
      const { parent: above, aliases = [], description, whenToUse = '', whenNot = '' } = now;
      const { examples = [] } = now;
      const fields = { parent: above, aliases, description, whenToUse, whenNot, examples };
      changes.push(tagUpdate(before, fields, stamp));
    }
  }
  // Those merged first stand deepest.
  const gone = new Map(tags.map((tag) => [tag.id, tag]));
  for (const id of heirs.keys()) {
    const tag = gone.get(id);
    if (tag !== undefined) changes.push(tagRemoval(tag));
  }
  return { id: stamp.id(), at: stamp.now(), label: 'tag.merge', changes };
}

function mergeInto(
  from: TagId,
  into: TagId,
  tags: Map<TagId, Tag>,
  heirs: Map<TagId, TagId>,
  leaving: Set<TagId>,
): void {
  leaving.add(from);
  const [gone, stays] = [tags.get(from), tags.get(into)];
  if (gone === undefined || stays === undefined) return;
  for (const child of [...tags.values()].filter(({ parent }) => parent === from)) {
    if (child.id === into || leaving.has(child.id)) continue;
    const twin = [...tags.values()].find(
      (tag) =>
        tag.id !== child.id &&
        !leaving.has(tag.id) &&
        tag.parent === into &&
        fold(tag.name) === fold(child.name),
    );
    if (twin === undefined) tags.set(child.id, { ...child, parent: into });
    else mergeInto(child.id, twin.id, tags, heirs, leaving);
  }
  tags.set(into, united(stays, gone));
  tags.delete(from);
  heirs.set(from, into);
}

function united(stays: Tag, gone: Tag): Tag {
  const names = [...(stays.aliases ?? []), gone.name, ...(gone.aliases ?? [])];
  const byFold = new Map(names.toReversed().map((name) => [fold(name), name]));
  byFold.delete(fold(stays.name));
  return {
    ...stays,
    aliases: [...byFold.values()].reverse(),
    description: both(stays.description, gone.description),
    whenToUse: both(stays.whenToUse, gone.whenToUse),
    whenNot: both(stays.whenNot, gone.whenNot),
    examples: examplesOf(stays, gone),
  };
}

function examplesOf(...tags: readonly Tag[]): readonly Example[] {
  const all = tags.flatMap(({ examples = [] }) => examples);
  return [...new Map(all.map((example) => [example.mark, example])).values()];
}

/** Two texts as one; the first alone where they are the same or too long together. */
function both(one = '', two = ''): string {
  const parts = [...new Set([one, two])].filter((part) => part !== '');
  const whole = parts.join('\n\n');
  return whole.length <= 20_000 ? whole : one;
}

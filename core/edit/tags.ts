import type { Annotation } from '../model/annotation.ts';
import type { MarkColour } from '../model/colours.ts';
import { pickFields } from '../model/optional-fields.ts';
import type { Tag } from '../model/tag.ts';
import { updateMark } from './marks.ts';
import type { Change, Patch, Stamp, TagFields } from './patch.ts';
import type { EditLabel } from './labels.ts';

export function newTag(
  name: string,
  colour: MarkColour,
  parent: Tag['id'] | null,
  stamp: Stamp,
): Tag {
  const now = stamp.now();
  return {
    id: stamp.id(),
    name: name.trim(),
    parent,
    colour,
    description: '',
    created: now,
    modified: now,
  };
}

export function tagAddition(tag: Tag): Change {
  return { entity: 'tag', id: tag.id, before: null, after: tag };
}

export function tagRemoval(tag: Tag): Change {
  return { entity: 'tag', id: tag.id, before: tag, after: null };
}

export function addTag(tag: Tag, stamp: Stamp): Patch {
  return { id: stamp.id(), at: stamp.now(), label: 'tag.add', changes: [tagAddition(tag)] };
}

export function renameTag(tag: Tag, name: string, stamp: Stamp): Patch {
  return tagPatch('tag.rename', tag, { name: name.trim() }, stamp);
}

export function recolourTag(tag: Tag, colour: MarkColour, stamp: Stamp): Patch {
  return tagPatch('tag.colour', tag, { colour }, stamp);
}

/** What the codebook says of a tag beside its name. */
export type Rules = Pick<
  TagFields,
  'description' | 'whenToUse' | 'whenNot' | 'aliases' | 'examples'
>;

export function describeTag(tag: Tag, description: string | Rules, stamp: Stamp): Patch {
  const fields = typeof description === 'string' ? { description } : description;
  return tagPatch('tag.describe', tag, fields, stamp);
}

/** Takes a tag out of the codebook and off every mark that bears it; its children move up to its parent. */
export function removeTag(
  tag: Tag,
  tags: readonly Tag[],
  bearers: readonly Annotation[],
  stamp: Stamp,
): Patch {
  const without = bearers.map((mark) =>
    updateMark(mark, { tags: mark.tags.filter((id) => id !== tag.id) }, stamp),
  );
  const children = tags.filter((other) => other.parent === tag.id);
  const raised = children.map((child) => tagUpdate(child, { parent: tag.parent }, stamp));
  return {
    id: stamp.id(),
    at: stamp.now(),
    label: 'tag.remove',
    changes: [...without, ...raised, tagRemoval(tag)],
  };
}

export function tagPatch(label: EditLabel, tag: Tag, fields: TagFields, stamp: Stamp): Patch {
  return {
    id: stamp.id(),
    at: stamp.now(),
    label,
    changes: [tagUpdate(tag, fields, stamp)],
  };
}

/** The change of some fields of a tag, with its new date of modification. */
export function tagUpdate(tag: Tag, fields: TagFields, stamp: Stamp): Change {
  const names = Object.keys(fields) as (keyof TagFields)[];
  const before = pickFields<TagFields>(tag, names);
  return {
    entity: 'tag',
    id: tag.id,
    before: { ...before, modified: tag.modified },
    after: { ...fields, modified: stamp.now() },
  };
}

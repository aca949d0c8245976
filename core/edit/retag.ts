import type { Annotation } from '../model/annotation.ts';
import type { MarkColour } from '../model/colours.ts';
import type { Tag, TagId } from '../model/tag.ts';
import { marksPatch, updateMark } from './marks.ts';
import type { Change, Patch, Stamp } from './patch.ts';

export type Retagging =
  | { readonly add: TagId }
  | { readonly remove: TagId }
  | { readonly replace: TagId; readonly by: TagId };

/** The same change of tags on many marks, one step of undo; null where it changes none. */
export function retagMarks(
  marks: readonly Annotation[],
  retagging: Retagging,
  stamp: Stamp,
): Patch | null {
  const changes = retagChanges(marks, retagging, stamp);
  const label = 'remove' in retagging ? 'mark.untag' : 'mark.tag';
  return changes.length === 0 ? null : marksPatch(label, changes, stamp);
}

export function retagChanges(
  marks: readonly Annotation[],
  retagging: Retagging,
  stamp: Stamp,
): readonly Change[] {
  // One edit has one time.
  const now = stamp.now();
  const once = { ...stamp, now: () => now };
  return marks.flatMap((mark) => {
    const tags = retagged(mark.tags, retagging);
    const same =
      tags.length === mark.tags.length && tags.every((tag, index) => tag === mark.tags[index]);
    return same ? [] : [updateMark(mark, { tags }, once)];
  });
}

/** A tag that takes the place of another stands where that stood; no tag stands twice. */
function retagged(tags: readonly TagId[], retagging: Retagging): readonly TagId[] {
  if ('add' in retagging) return tags.includes(retagging.add) ? tags : [...tags, retagging.add];
  if ('remove' in retagging) return tags.filter((tag) => tag !== retagging.remove);
  const { replace, by } = retagging;
  return tags.includes(replace)
    ? [...new Set(tags.map((tag) => (tag === replace ? by : tag)))]
    : tags;
}

/** Shows marks in the colour of their first tag from now on; a colour chosen by hand ends that. */
export function colourByTag(marks: readonly Annotation[], stamp: Stamp): Patch | null {
  const changes = marks
    .filter(({ colourBy }) => colourBy !== 'tag')
    .map((mark) => updateMark(mark, { colourBy: 'tag' }, stamp));
  return changes.length === 0 ? null : marksPatch('mark.colour', changes, stamp);
}

/** The colour that a mark is shown in. */
export function shownColour(mark: Annotation, tags: ReadonlyMap<TagId, Tag>): MarkColour {
  const [first] = mark.tags;
  if (mark.colourBy !== 'tag' || first === undefined) return mark.colour;
  return tags.get(first)?.colour ?? mark.colour;
}

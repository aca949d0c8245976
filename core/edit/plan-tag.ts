import { nextColour, type MarkColour } from '../model/colours.ts';
import { tagNameSchema, type Tag, type TagId } from '../model/tag.ts';
import { fold } from '../text/fold.ts';
import { tagPaths, tagSeparator } from '../text/tag-path.ts';
import type { Stamp } from './patch.ts';
import { newTag } from './tags.ts';

export interface PlannedTag {
  readonly id: TagId;
  /** The tags to add to the codebook first, parents before children. */
  readonly additions: readonly Tag[];
}

/** The tag at a path, with what is missing of it; null where a part of the path is no name for a tag. New tags get the colour, or take turns. */
export function planTag(
  tags: readonly Tag[],
  path: string,
  stamp: Stamp,
  colour: MarkColour | null = null,
): PlannedTag | null {
  const paths = tagPaths(tags);
  const whole = tags.find((tag) => fold(paths.get(tag.id) ?? '') === fold(path.trim()));
  if (whole !== undefined) return { id: whole.id, additions: [] };

  const additions: Tag[] = [];
  let above: TagId | null = null;
  for (const part of path.split(tagSeparator)) {
    const name = tagNameSchema.safeParse(part);
    if (!name.success) return null;
    const parent: TagId | null = above;
    const known: Tag | undefined = tags.find(
      (tag) => tag.parent === parent && fold(tag.name) === fold(name.data),
    );
    if (known !== undefined) above = known.id;
    else {
      const own = colour ?? nextColour(tags.length + additions.length);
      const made = newTag(name.data, own, parent, stamp);
      additions.push(made);
      above = made.id;
    }
  }
  return above === null ? null : { id: above, additions };
}

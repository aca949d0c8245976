import { newTag } from '../edit/tags.ts';
import type { Stamp } from '../edit/patch.ts';
import { markColours } from '../model/colours.ts';
import { tagNameSchema, type Tag, type TagId } from '../model/tag.ts';
import { fold } from './fold.ts';

const separator = '/';

/** The path of every tag, `parent/child`; a tag whose parent is gone, or that is its own ancestor, starts a path. */
export function tagPaths(tags: readonly Tag[]): ReadonlyMap<TagId, string> {
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  return new Map(tags.map((tag) => [tag.id, lineage(tag, byId).join(separator)]));
}

function lineage(tag: Tag, byId: ReadonlyMap<TagId, Tag>): string[] {
  const names: string[] = [];
  const seen = new Set<TagId>();
  let current: Tag | undefined = tag;
  while (current !== undefined && !seen.has(current.id)) {
    seen.add(current.id);
    names.unshift(current.name);
    current = current.parent === null ? undefined : byId.get(current.parent);
  }
  return names;
}

/**
 * The tag that a person means by a path or a bare name; case and accents do not count. A whole path goes before a
 * name, so that a tag called "and/or" is found too; a bare name that several branches have is `ambiguous`.
 */
export function findTag(tags: readonly Tag[], path: string): Tag | 'ambiguous' | null {
  const wanted = fold(path.trim());
  const paths = tagPaths(tags);
  const byPath = tags.find((tag) => fold(paths.get(tag.id) ?? '') === wanted);
  if (byPath !== undefined) return byPath;
  const named = tags.filter((tag) => fold(tag.name) === wanted);
  return named.length > 1 ? 'ambiguous' : (named[0] ?? null);
}

export interface PlannedTag {
  readonly id: TagId;
  /** The tags to add to the codebook first, parents before children. */
  readonly additions: readonly Tag[];
}

/** The tag at a path, with what is missing of it; null where a part of the path is no name for a tag. */
export function planTag(tags: readonly Tag[], path: string, stamp: Stamp): PlannedTag | null {
  const paths = tagPaths(tags);
  const whole = tags.find((tag) => fold(paths.get(tag.id) ?? '') === fold(path.trim()));
  if (whole !== undefined) return { id: whole.id, additions: [] };

  const additions: Tag[] = [];
  let above: TagId | null = null;
  for (const part of path.split(separator)) {
    const name = tagNameSchema.safeParse(part);
    if (!name.success) return null;
    const parent: TagId | null = above;
    const known: Tag | undefined = tags.find(
      (tag) => tag.parent === parent && fold(tag.name) === fold(name.data),
    );
    if (known !== undefined) above = known.id;
    else {
      const colour = nextColour(tags.length + additions.length);
      const made = newTag(name.data, colour, parent, stamp);
      additions.push(made);
      above = made.id;
    }
  }
  return above === null ? null : { id: above, additions };
}

/** New tags take the colours in turn. */
function nextColour(count: number) {
  return markColours[count % markColours.length] ?? markColours[0];
}

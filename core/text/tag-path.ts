import type { Tag, TagId } from '../model/tag.ts';
import { fold } from './fold.ts';

export const tagSeparator = '/';

/** The path of every tag, `parent/child`; a tag whose parent is gone, or that is its own ancestor, starts a path. */
export function tagPaths(tags: readonly Tag[]): ReadonlyMap<TagId, string> {
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  return new Map(tags.map((tag) => [tag.id, lineage(tag, byId).join(tagSeparator)]));
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

import type { Tag, TagId } from '../model/tag.ts';

/** The tags that no mark bears, nor any tag below them; `counts` has the marks of each tag that any bears. */
export function unusedTags(
  tags: readonly Tag[],
  counts: Readonly<Record<TagId, number>>,
): readonly Tag[] {
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  const used = new Set<TagId>();
  for (const tag of tags) {
    if ((counts[tag.id] ?? 0) === 0) continue;
    let at: Tag | undefined = tag;
    while (at !== undefined && !used.has(at.id)) {
      used.add(at.id);
      at = at.parent === null ? undefined : byId.get(at.parent);
    }
  }
  return tags.filter(({ id }) => !used.has(id));
}

import type { Tag } from '../model/tag.ts';

/** The tags with the names that lead to each, parents before children, siblings in their order. */
export function inTree(
  tags: readonly Tag[],
): readonly { readonly tag: Tag; readonly path: readonly string[] }[] {
  const ids = new Set(tags.map(({ id }) => id));
  const children = new Map<string | null, Tag[]>();
  for (const tag of tags) {
    const above = tag.parent !== null && ids.has(tag.parent) ? tag.parent : null;
    const siblings = children.get(above);
    if (siblings === undefined) children.set(above, [tag]);
    else siblings.push(tag);
  }
  const found: { tag: Tag; path: readonly string[] }[] = [];
  const walk = (parent: string | null, above: readonly string[]): void => {
    for (const tag of (children.get(parent) ?? []).toSorted(siblingOrder)) {
      const path = [...above, tag.name];
      found.push({ tag, path });
      walk(tag.id, path);
    }
  };
  walk(null, []);
  return found;
}

/** By the place that was given, then those without one by name. */
export function siblingOrder(a: Tag, b: Tag): number {
  const [one, two] = [a.order ?? Infinity, b.order ?? Infinity];
  if (one !== two) return one - two;
  return a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1;
}

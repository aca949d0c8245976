import type { Tag } from '../model/tag.ts';
import { siblingOrder } from '../text/tag-order.ts';

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
  const order = siblingOrder();
  const walk = (parent: string | null, above: readonly string[]): void => {
    for (const tag of (children.get(parent) ?? []).toSorted(order)) {
      const path = [...above, tag.name];
      found.push({ tag, path });
      walk(tag.id, path);
    }
  };
  walk(null, []);
  return found;
}

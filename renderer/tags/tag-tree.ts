import type { Tag, TagId } from '../../core/model/tag.ts';
import { siblingOrder } from '../../core/text/tag-order.ts';

export interface TagRow {
  readonly tag: Tag;
  /** 0 for a tag without a parent. */
  readonly depth: number;
}

/** The codebook as rows, children under their parents, siblings in their order. Tags in a circle stand as roots. */
export function tagRows(tags: ReadonlyMap<TagId, Tag>): readonly TagRow[] {
  const order = siblingOrder();
  const children = new Map<TagId | null, Tag[]>();
  for (const tag of tags.values()) {
    const parent = tag.parent !== null && tags.has(tag.parent) ? tag.parent : null;
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [tag]);
    else siblings.push(tag);
  }
  const rows: TagRow[] = [];
  const seen = new Set<TagId>();
  const walk = (siblings: readonly Tag[], depth: number): void => {
    for (const tag of siblings.toSorted(order)) {
      if (seen.has(tag.id)) continue;
      seen.add(tag.id);
      rows.push({ tag, depth });
      walk(children.get(tag.id) ?? [], depth + 1);
    }
  };
  walk(children.get(null) ?? [], 0);
  walk([...tags.values()], 0);
  return rows;
}

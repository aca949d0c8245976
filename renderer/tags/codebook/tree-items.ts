import type { Tag, TagId } from '../../../core/model/tag.ts';
import { fold } from '../../../core/text/fold.ts';
import { tagRows } from '../tag-tree.ts';

/** A tag as a row of the tree. */
export interface TreeItem {
  readonly tag: Tag;
  readonly depth: number;
  /** Null for a tag without any inside. */
  readonly open: boolean | null;
}

/** The rows of the tree without those inside folded tags. Letters show the tags that have them, with what is above. */
export function treeItems(
  tags: ReadonlyMap<TagId, Tag>,
  folded: ReadonlySet<TagId>,
  letters: string,
): readonly TreeItem[] {
  const rows = tagRows(tags);
  const parents = new Set(rows.map(({ tag }) => tag.parent));
  const wanted = fold(letters.trim());
  const shown = wanted === '' ? null : withAbove(tags, wanted);
  const items: TreeItem[] = [];
  let hiddenBelow = Infinity;
  for (const { tag, depth } of rows) {
    if (depth > hiddenBelow) continue;
    hiddenBelow = Infinity;
    if (shown !== null && !shown.has(tag.id)) continue;
    const open = shown !== null || !folded.has(tag.id);
    items.push({ tag, depth, open: parents.has(tag.id) ? open : null });
    if (!open) hiddenBelow = depth;
  }
  return items;
}

function withAbove(tags: ReadonlyMap<TagId, Tag>, wanted: string): ReadonlySet<TagId> {
  const shown = new Set<TagId>();
  for (const tag of tags.values()) {
    const names = [tag.name, ...(tag.aliases ?? [])];
    if (!names.some((name) => fold(name).includes(wanted))) continue;
    for (let at: Tag | undefined = tag; at !== undefined && !shown.has(at.id);) {
      shown.add(at.id);
      at = at.parent === null ? undefined : tags.get(at.parent);
    }
  }
  return shown;
}

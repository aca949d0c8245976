import type { DocumentEntry } from '../model/document.ts';
import type { Item, ItemContent } from '../model/item.ts';
import type { EditLabel } from './labels.ts';
import type { Change, Patch, Stamp } from './patch.ts';
import { pickFields } from '../model/optional-fields.ts';

/** The library's memo is one, whoever writes it first: so all machines give it one id. */
export const libraryMemoId = '00000000-0000-4000-8000-000000000001';

export function newItem(name: string, content: ItemContent, stamp: Stamp): Item {
  const now = stamp.now();
  const id = content.kind === 'memo' ? libraryMemoId : stamp.id();
  return { id, name: name.trim(), content, created: now, modified: now };
}

export function addItem(item: Item, stamp: Stamp): Patch {
  const { id, content } = item;
  return itemPatch(labels[content.kind], { entity: 'item', id, before: null, after: item }, stamp);
}

/** Another name, or other contents of the same kind. */
export function changeItem(
  item: Item,
  fields: Partial<Pick<Item, 'name' | 'content'>>,
  stamp: Stamp,
): Patch {
  const names = Object.keys(fields) as (keyof typeof fields)[];
  const before = { ...pickFields<Partial<Item>>(item, names), modified: item.modified };
  const after = { ...fields, modified: stamp.now() };
  return itemPatch(
    labels[item.content.kind],
    { entity: 'item', id: item.id, before, after },
    stamp,
  );
}

export function removeItem(item: Item, stamp: Stamp): Patch {
  const { id } = item;
  return itemPatch('item.remove', { entity: 'item', id, before: item, after: null }, stamp);
}

/** What the reader says of a whole text, in Markdown; empty for nothing. */
export function writeMemo(entry: DocumentEntry, memo: string, stamp: Stamp): Patch {
  const { id } = entry;
  const fields = { before: { memo: entry.memo ?? '' }, after: { memo } };
  return itemPatch('memo.write', { entity: 'document', id, ...fields }, stamp);
}

const labels: Readonly<Record<ItemContent['kind'], EditLabel>> = {
  rule: 'rule.save',
  filter: 'filter.save',
  bookmark: 'bookmark.save',
  memo: 'memo.write',
};

function itemPatch(label: EditLabel, change: Change, stamp: Stamp): Patch {
  return { id: stamp.id(), at: stamp.now(), label, changes: [change] };
}

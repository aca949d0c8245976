import type { Bin } from '../../core/contract.ts';
import { binMessages } from '../../core/messages/en/bin.ts';

type BinDocument = Bin['documents'][number];
type BinMark = Bin['marks'][number];

export type BinRow =
  | { readonly kind: 'title'; readonly name: string }
  | { readonly kind: 'document'; readonly id: string; readonly item: BinDocument }
  | { readonly kind: 'mark'; readonly id: string; readonly item: BinMark };

/** Texts, then marks, each the last deleted first. */
export function binRows(bin: Bin): readonly BinRow[] {
  const documents = bin.documents.toSorted((a, b) =>
    newestFirst(a.entry.removed ?? '', b.entry.removed ?? ''),
  );
  const marks = bin.marks.toSorted((a, b) => newestFirst(a.removed, b.removed));
  return [
    ...title(binMessages.texts, documents.length),
    ...documents.map((item): BinRow => ({ kind: 'document', id: item.entry.id, item })),
    ...title(binMessages.marks, marks.length),
    ...marks.map((item): BinRow => ({ kind: 'mark', id: item.annotation.id, item })),
  ];
}

function title(name: string, count: number): readonly BinRow[] {
  return count === 0 ? [] : [{ kind: 'title', name }];
}

function newestFirst(a: string, b: string): number {
  return a < b ? 1 : a > b ? -1 : 0;
}

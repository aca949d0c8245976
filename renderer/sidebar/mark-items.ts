import type { FoundMark } from '../../core/contract.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import type { DocumentId } from '../../core/model/document.ts';

/** A row of the marks pane: a card, or the title of the text whose cards follow. */
export type MarkItem =
  | { readonly kind: 'mark'; readonly mark: Annotation }
  | {
      readonly kind: 'title';
      readonly document: DocumentId;
      readonly title: string;
      readonly count: number;
    };

export function cardsOf(marks: readonly Annotation[]): readonly MarkItem[] {
  return marks.map((mark) => ({ kind: 'mark', mark }));
}

/** The marks of many texts under their titles: the text on screen first, then in the order they were found. */
export function groupsOf(
  found: readonly FoundMark[],
  open: DocumentId | null,
): readonly MarkItem[] {
  const groups = new Map<DocumentId, FoundMark[]>(open === null ? [] : [[open, []]]);
  for (const item of found) {
    const { document } = item.annotation;
    const group = groups.get(document);
    if (group === undefined) groups.set(document, [item]);
    else group.push(item);
  }
  return [...groups].flatMap(([document, group]): MarkItem[] => {
    const title = group[0]?.title;
    if (title === undefined) return [];
    return [
      { kind: 'title', document, title, count: group.length },
      ...group.map(({ annotation }): MarkItem => ({ kind: 'mark', mark: annotation })),
    ];
  });
}

import type { FoundRow } from '../../core/contract.ts';
import type { MarkList } from '../../core/highlight/mark-list.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import type { DocumentEntry } from '../../core/model/document.ts';
import { rowOf, type FoundMarks } from '../state/found-marks.ts';
import type { Items } from '../ui/roving-list.tsx';

/** A row of the marks pane: a card, the title of the text whose cards follow, or one that is still to come. */
export type MarkItem = FoundRow | { readonly kind: 'waiting' };

/** Rows by place; none is made before it is asked for. */
export interface MarkItems extends Items<MarkItem> {
  readonly indexOf: (mark: Annotation) => number;
  /** How many rows are of the text on screen: those that follow are found ones. */
  readonly own: number;
}

export function cardsOf(marks: MarkList): MarkItems {
  return {
    length: marks.length,
    own: marks.length,
    at: (index) => cardOf(marks.at(index)),
    indexOf: (mark) => marks.indexOf(mark),
  };
}

/** The marks of many texts under their titles: the text on screen first, then what was found in the others. */
export function groupsOf(
  open: { readonly entry: DocumentEntry; readonly marks: MarkList } | null,
  found: FoundMarks | null,
): MarkItems {
  const count = open?.marks.length ?? 0;
  const own = count === 0 ? 0 : count + 1;
  return {
    length: own + (found?.rows ?? 0),
    own,
    at: (index) => {
      if (open !== null && index < own) {
        const { id, title } = open.entry;
        if (index === 0) return { kind: 'title', document: id, title, count };
        return cardOf(open.marks.at(index - 1));
      }
      return (found === null ? undefined : rowOf(found, index - own)) ?? { kind: 'waiting' };
    },
    indexOf: (mark) => {
      const at = open?.marks.indexOf(mark) ?? -1;
      return at === -1 ? -1 : at + 1;
    },
  };
}

function cardOf(mark: Annotation | undefined): MarkItem | undefined {
  return mark === undefined ? undefined : { kind: 'mark', mark };
}

import type { FoundRow } from '../../core/contract.ts';
import type { MarkIndex } from '../../core/highlight/mark-index.ts';
import type { Annotation, AnnotationId } from '../../core/model/annotation.ts';
import type { DocumentId } from '../../core/model/document.ts';
import type { FoundPassages } from './found-passages.ts';
import type { MarkFilter } from './mark-filter.ts';
import { rowAt, type Paged } from './paged.ts';

/** Rows that come at once. */
export const pageRows = 200;

/** What is looked for in the other texts of the library. */
export interface FoundQuestion {
  readonly filter: MarkFilter;
  /** The text that was on screen: its marks are filtered here and are not among the rows. */
  readonly except: DocumentId | null;
}

export type FoundMarks = FoundQuestion & Paged<FoundRow>;

export function rowOf(found: FoundMarks, index: number): FoundRow | undefined {
  return rowAt(found, index, pageRows);
}

interface Lists {
  readonly marks: MarkIndex;
  readonly found: FoundMarks | null;
  readonly passages: FoundPassages | null;
}

/** A mark of the text on screen, or one that was found in another. */
export function knownMark(
  { marks, found, passages }: Lists,
  id: AnnotationId,
): Annotation | undefined {
  return marks.get(id) ?? markIn(passages, id) ?? markIn(found, id);
}

function markIn(answer: Paged<FoundRow> | null, id: AnnotationId): Annotation | undefined {
  if (answer === null) return undefined;
  for (const rows of [...answer.pages.values(), ...answer.stale.values()]) {
    for (const row of rows) if (row.kind === 'mark' && row.mark.id === id) return row.mark;
  }
  return undefined;
}

/** The same for many, in one walk; those that are not known are left out. */
export function knownMarks(
  state: Parameters<typeof knownMark>[0],
  ids: readonly AnnotationId[],
): readonly Annotation[] {
  const elsewhere = new Map<AnnotationId, Annotation>();
  if (state.found !== null && ids.some((id) => state.marks.get(id) === undefined)) {
    for (const rows of [...state.found.stale.values(), ...state.found.pages.values()]) {
      for (const row of rows) if (row.kind === 'mark') elsewhere.set(row.mark.id, row.mark);
    }
  }
  return ids.flatMap((id) => state.marks.get(id) ?? elsewhere.get(id) ?? []);
}

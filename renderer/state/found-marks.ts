import type { Found, FoundRow } from '../../core/contract.ts';
import type { MarkIndex } from '../../core/highlight/mark-index.ts';
import type { Annotation, AnnotationId } from '../../core/model/annotation.ts';
import type { DocumentId } from '../../core/model/document.ts';
import type { MarkFilter } from './mark-filter.ts';

/** Rows that come at once. */
export const pageRows = 200;

type Pages = ReadonlyMap<number, readonly FoundRow[]>;

/** What a filter finds in the other texts of the library, as far as it was looked at. */
export interface FoundMarks {
  readonly filter: MarkFilter;
  /** The text that was on screen: its marks are filtered here and are not among the rows. */
  readonly except: DocumentId | null;
  readonly version: number;
  readonly rows: number;
  readonly marks: number;
  readonly pages: Pages;
  /** Pages of the version before, shown until the new ones come. */
  readonly stale: Pages;
}

/** With a page that came. Pages of another version stay in sight until they are replaced. */
export function withPage(
  known: FoundMarks | null,
  asked: Pick<FoundMarks, 'filter' | 'except'>,
  page: number,
  found: Found,
): FoundMarks {
  const { version, rows, marks } = found;
  const same = known !== null && known.filter === asked.filter && known.except === asked.except;
  const current = same && known.version === version;
  return {
    ...asked,
    version,
    rows,
    marks,
    pages: new Map([...(current ? known.pages : []), [page, found.part]]),
    stale: current ? known.stale : same ? new Map([...known.stale, ...known.pages]) : new Map(),
  };
}

export function rowOf({ pages, stale }: FoundMarks, index: number): FoundRow | undefined {
  const page = Math.floor(index / pageRows);
  return (pages.get(page) ?? stale.get(page))?.[index % pageRows];
}

/** A mark of the text on screen, or one that was found in another. */
export function knownMark(
  { marks, found }: { readonly marks: MarkIndex; readonly found: FoundMarks | null },
  id: AnnotationId,
): Annotation | undefined {
  const here = marks.get(id);
  if (here !== undefined || found === null) return here;
  for (const rows of [...found.pages.values(), ...found.stale.values()]) {
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

import { applyFields, type Change } from '../../core/edit/patch.ts';
import type { Annotation, AnnotationId } from '../../core/model/annotation.ts';
import { compareSpans } from '../../core/model/span.ts';

const few = 8;

/** The marks of one document, by id and in reading order. The list is never changed in place, so callers may keep it. */
export class DocumentMarks {
  readonly #byId: Map<AnnotationId, Annotation>;
  #ordered: readonly Annotation[];

  constructor(marks: readonly Annotation[]) {
    this.#byId = new Map(marks.map((mark) => [mark.id, mark]));
    this.#ordered = [...this.#byId.values()].sort(compareMarks);
  }

  get ordered(): readonly Annotation[] {
    return this.#ordered;
  }

  get(id: AnnotationId): Annotation | undefined {
    return this.#byId.get(id);
  }

  apply(changes: readonly Change[]): void {
    const list = changes.length > few ? null : [...this.#ordered];
    for (const change of changes) {
      if (change.entity !== 'annotation') continue;
      const before = this.#byId.get(change.id);
      const after = applyFields(before, change);
      if (list !== null && before !== undefined) list.splice(placeOf(list, before), 1);
      if (list !== null && after !== null) list.splice(placeOf(list, after), 0, after);
      if (after === null) this.#byId.delete(change.id);
      else this.#byId.set(change.id, after);
    }
    this.#ordered = list ?? [...this.#byId.values()].sort(compareMarks);
  }
}

/** Reading order; marks of the same span by age, so that the order is the same at every start. */
function compareMarks(a: Annotation, b: Annotation): number {
  return (
    compareSpans(a.span, b.span) || compareText(a.created, b.created) || compareText(a.id, b.id)
  );
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Where a mark stands, or would stand, in an ordered list. */
function placeOf(list: readonly Annotation[], mark: Annotation): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = list[middle];
    if (other !== undefined && compareMarks(other, mark) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

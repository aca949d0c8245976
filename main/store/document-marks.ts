import { isForGood } from '../../core/edit/for-good.ts';
import { applyFields } from '../../core/edit/patch.ts';
import { mergeVersions } from '../../core/merge/merge-versions.ts';
import { markKind, type Versions } from '../../core/merge/versions.ts';
import type { Annotation, AnnotationId } from '../../core/model/annotation.ts';
import { compareSpans } from '../../core/model/span.ts';
import type { TimedChange } from './journal-lines.ts';
import { Lifetimes } from './lifetimes.ts';
import { Overtaken } from './replay.ts';

const few = 8;

/** The marks of one document, by id and in reading order. The list is never changed in place, so callers may keep it. */
export class DocumentMarks {
  #byId: Map<AnnotationId, Annotation>;
  #ordered: readonly Annotation[];
  #lifetimes: Lifetimes<Annotation>;

  constructor(versions: Versions<Annotation>) {
    this.#byId = new Map(versions.present.map((mark) => [mark.id, mark]));
    this.#ordered = [...this.#byId.values()].sort(compareMarks);
    this.#lifetimes = new Lifetimes(markKind, versions);
  }

  get ordered(): readonly Annotation[] {
    return this.#ordered;
  }

  get lifetimes(): Lifetimes<Annotation> {
    return this.#lifetimes;
  }

  versions(): Versions<Annotation> {
    const { lifetimes } = this;
    return {
      present: this.#ordered,
      removed: lifetimes.removed(),
      touched: lifetimes.touched(),
    };
  }

  get(id: AnnotationId): Annotation | undefined {
    return this.#byId.get(id);
  }

  /** `over`: onto a file that another machine wrote, so what is older than its contents is left out. */
  apply(changes: readonly TimedChange[], over = false): void {
    const overtaken = over ? new Overtaken() : null;
    const list = changes.length > few ? null : [...this.#ordered];
    for (const timed of changes) {
      const { change, at, exact } = timed;
      if (change.entity !== 'annotation') continue;
      const before = this.#byId.get(change.id);
      const after = applyFields(before, change);
      const known = this.#lifetimes.lastChange(change.id, before);
      if (overtaken?.has(timed, before, after, known) === true) continue;
      this.#lifetimes.note(change.id, before, after, at, exact);
      if (isForGood(change)) this.#lifetimes.forgetOne(change.id);
      if (list !== null && before !== undefined) list.splice(placeOf(list, before), 1);
      if (list !== null && after !== null) list.splice(placeOf(list, after), 0, after);
      if (after === null) this.#byId.delete(change.id);
      else this.#byId.set(change.id, after);
    }
    this.#ordered = list ?? [...this.#byId.values()].sort(compareMarks);
  }

  /** Takes in what another version of the file has. */
  absorb(other: Versions<Annotation>): void {
    const merged = mergeVersions(this.versions(), other, markKind);
    this.#byId = new Map(merged.present.map((mark) => [mark.id, mark]));
    this.#ordered = [...merged.present].sort(compareMarks);
    this.#lifetimes = new Lifetimes(markKind, merged);
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

import type { Found, FoundRow } from '../../core/contract.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import type { DocumentId } from '../../core/model/document.ts';

export interface FoundGroup {
  readonly document: DocumentId;
  readonly title: string;
  readonly marks: readonly Annotation[];
}

/** What was found, as rows that can be cut anywhere: each text's title, unless `titled` is false, then its marks. */
export class FoundGroups {
  readonly groups: readonly FoundGroup[];
  /** The row of each group's title. */
  readonly #starts: readonly number[];
  readonly #rows: number;
  readonly version: number;
  readonly #titled: boolean;

  constructor(groups: readonly FoundGroup[], version: number, titled = true) {
    const starts: number[] = [];
    let rows = 0;
    for (const { marks } of groups) {
      starts.push(rows);
      rows += marks.length + (titled ? 1 : 0);
    }
    this.groups = groups;
    this.#starts = starts;
    this.#rows = rows;
    this.version = version;
    this.#titled = titled;
  }

  get marks(): number {
    return this.#rows - (this.#titled ? this.groups.length : 0);
  }

  /** Whether these groups are the same in every row. */
  holds(groups: readonly FoundGroup[]): boolean {
    return (
      groups.length === this.groups.length &&
      groups.every((group, index) => sameGroup(group, this.groups[index]))
    );
  }

  part(from: number, count: number): Found {
    const rows: FoundRow[] = [];
    const to = Math.min(from + count, this.#rows);
    const head = this.#titled ? 1 : 0;
    let at = this.#starts.findLastIndex((start) => start <= from);
    for (let row = from; row < to; at++) {
      const group = this.groups[at];
      const start = this.#starts[at];
      if (group === undefined || start === undefined) break;
      const { document, title, marks } = group;
      if (row === start && this.#titled) {
        rows.push({ kind: 'title', document, title, count: marks.length });
        row += 1;
      }
      const next = marks.slice(row - start - head, to - start - head);
      for (const mark of next) rows.push({ kind: 'mark', mark });
      row += next.length;
    }
    return { version: this.version, rows: this.#rows, marks: this.marks, part: rows };
  }
}

function sameGroup(group: FoundGroup, other: FoundGroup | undefined): boolean {
  if (other?.document !== group.document || other.title !== group.title) return false;
  if (other.marks === group.marks) return true;
  const { marks } = other;
  return (
    marks.length === group.marks.length && group.marks.every((mark, index) => mark === marks[index])
  );
}

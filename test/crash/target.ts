import type { Patch } from '../../core/edit/patch.ts';
import type { Annotation } from '../../core/model/annotation.ts';

/** A way to keep marks that the harness tries: the store of the program, or lowdb as it comes. */
export interface Target {
  /** For the child; null where another process holds the marks. */
  readonly edit: (folder: string) => Promise<Editor | null>;
  /** For the parent, after a kill. `scratch` is an empty folder for copies. */
  readonly inspect: (folder: string, scratch: string) => Promise<Seen>;
}

export interface Editor {
  readonly tag: string;
  /** A mark that is not there yet. */
  readonly make: (count: number) => Annotation;
  /** Settles when the edit is acknowledged. */
  readonly apply: (patch: Patch) => Promise<void>;
  readonly undo: () => Promise<void>;
}

export interface Seen {
  /** The marks by id with their state. */
  readonly marks: ReadonlyMap<string, string>;
  /** Marks that are there more than once. */
  readonly doubled: number;
  /** What a person would have to look at: damaged files, warnings, a library that does not open. */
  readonly trouble: readonly string[];
  /** The marks that the newest step of undo touches; null where there is none. */
  readonly undoes: readonly string[] | null;
  /** Undo and redo once each lead back to the same marks. */
  readonly undoWorks: boolean;
}

export function countDoubled(marks: readonly Annotation[]): number {
  return marks.length - new Set(marks.map((mark) => mark.id)).size;
}

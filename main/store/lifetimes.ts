import type { Removed } from '../../core/model/library-files.ts';
import { compareTimes, laterOf, timeAfter } from '../../core/merge/times.ts';
import type { Mergeable, MergeKind, Versions } from '../../core/merge/versions.ts';

/** What a file knows of its entities beyond themselves: what was removed, and times later than their own. */
export class Lifetimes<E extends Mergeable> {
  readonly #kind: Pick<MergeKind<E>, 'timeOf'>;
  #removed: Map<string, Removed<E>>;
  #touched: Map<string, string>;

  constructor(
    kind: Pick<MergeKind<E>, 'timeOf'>,
    { removed, touched }: Pick<Versions<E>, 'removed' | 'touched'>,
  ) {
    this.#kind = kind;
    this.#removed = new Map(removed.map((each) => [each.id, each]));
    this.#touched = new Map(Object.entries(touched));
  }

  /** In the order of ids, so that two machines with the same contents write the same file. */
  removed(): readonly Removed<E>[] {
    return [...this.#removed.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  touched(): Readonly<Record<string, string>> {
    return Object.fromEntries([...this.#touched].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** When an entity was last changed or removed; '' where it was never here. */
  lastChange(id: string, current: E | undefined): string {
    if (current === undefined) return this.#removed.get(id)?.at ?? '';
    return laterOf(this.#kind.timeOf(current), this.#touched.get(id) ?? '');
  }

  /** Takes note of a change from one state to another. An exact time is another machine's and kept as it is. */
  note(id: string, before: E | undefined, after: E | null, at: string, exact: boolean): void {
    const known = this.lastChange(id, before);
    if (after === null) {
      if (before === undefined) return;
      this.#touched.delete(id);
      this.#removed.set(id, { id, at: exact ? at : timeAfter(known, at), was: before });
      return;
    }
    this.#removed.delete(id);
    const own = this.#kind.timeOf(after);
    const isNew = before === undefined && known === '';
    // Its own date says enough where that is newer; else the time of the change must stand beside it.
    const said = exact ? compareTimes(at, own) <= 0 : isNew || compareTimes(own, known) > 0;
    if (said) this.#touched.delete(id);
    else this.#touched.set(id, exact ? at : timeAfter(known, at));
  }

  /** The same for one of them: it was emptied out of the bin. */
  forgetOne(id: string): void {
    const removed = this.#removed.get(id);
    if (removed !== undefined) this.#removed.set(id, { ...removed, was: null });
  }

  /** Keeps that something was removed, and forgets what it was; answers with how many there were. */
  forget(): number {
    const all = [...this.#removed.values()];
    this.#removed = new Map(all.map((each) => [each.id, { ...each, was: null }]));
    return all.filter((each) => each.was !== null).length;
  }
}

import { isForGood } from '../../core/edit/for-good.ts';
import { applyFields, type Change } from '../../core/edit/patch.ts';
import { mergeVersions } from '../../core/merge/merge-versions.ts';
import type { MergeKind, Versions } from '../../core/merge/versions.ts';
import type { DocumentEntry } from '../../core/model/document.ts';
import type { Item } from '../../core/model/item.ts';
import type { Tag } from '../../core/model/tag.ts';
import type { TimedChange } from './journal-lines.ts';
import { Lifetimes } from './lifetimes.ts';
import { Overtaken } from './replay.ts';

export type Shelved = DocumentEntry | Tag | Item;

/** The entities of one small file by id, with what is known of their removals and times. */
export class Shelf<E extends Shelved> {
  readonly #entity: Change['entity'];
  readonly #kind: MergeKind<E>;
  #byId: Map<string, E>;
  #lifetimes: Lifetimes<E>;

  constructor(entity: Change['entity'], kind: MergeKind<E>, versions: Versions<E>) {
    this.#entity = entity;
    this.#kind = kind;
    this.#byId = new Map(versions.present.map((each) => [each.id, each]));
    this.#lifetimes = new Lifetimes(kind, versions);
  }

  get lifetimes(): Lifetimes<E> {
    return this.#lifetimes;
  }

  all(): readonly E[] {
    return [...this.#byId.values()];
  }

  get(id: string): E | undefined {
    return this.#byId.get(id);
  }

  put(entity: E): void {
    this.#byId.set(entity.id, entity);
  }

  versions(): Versions<E> {
    const { lifetimes } = this;
    return { present: this.all(), removed: lifetimes.removed(), touched: lifetimes.touched() };
  }

  /** `over`: onto a file that another machine wrote, so what is older than its contents is left out. */
  apply(changes: readonly TimedChange[], over = false): void {
    const overtaken = over ? new Overtaken() : null;
    for (const timed of changes) {
      const { change, at, exact } = timed;
      if (change.entity !== this.#entity) continue;
      const before = this.#byId.get(change.id);
      const after = applyFields(before, change);
      const known = this.#lifetimes.lastChange(change.id, before);
      if (overtaken?.has(timed, before, after, known) === true) continue;
      this.#lifetimes.note(change.id, before, after, at, exact);
      if (isForGood(change)) this.#lifetimes.forgetOne(change.id);
      if (after === null) this.#byId.delete(change.id);
      else this.#byId.set(change.id, after);
    }
  }

  /** Takes in what another version of the file has. */
  absorb(other: Versions<E>): void {
    const merged = mergeVersions(this.versions(), other, this.#kind);
    this.#byId = new Map(merged.present.map((each) => [each.id, each]));
    this.#lifetimes = new Lifetimes(this.#kind, merged);
  }
}

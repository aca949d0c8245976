import type { MergeKind, Versions } from '../../core/merge/versions.ts';
import type { FileKind } from '../../core/model/library-files.ts';
import type { Checkpointer } from './checkpointer.ts';
import type { DataFile } from './data-file.ts';
import type { Journal } from './journal.ts';
import type { JournalRecord, TimedChange } from './journal-lines.ts';
import { changesSince } from './replay.ts';
import { Shelf, type Shelved } from './shelf.ts';
import { isOwn, openDataFile, writerOf, type StoreContext } from './store-context.ts';
import { join } from 'node:path';

interface Numbered {
  readonly seq: number;
  readonly journal?: string | undefined;
}

export interface ShelfKind<E extends Shelved, D extends Numbered> {
  readonly name: string;
  readonly entity: 'document' | 'tag' | 'item';
  readonly file: FileKind<D>;
  readonly kind: MergeKind<E>;
  readonly empty: D;
  readonly versionsIn: (data: D) => Versions<E>;
  readonly dataOf: (versions: Versions<E>, common: Numbered) => D;
  /** Whether a library without the file gets one at once. */
  readonly always: boolean;
}

/** One small file of the library with its entities in memory. */
export class ShelfFile<E extends Shelved, D extends Numbered> {
  readonly file: DataFile<D>;
  readonly shelf: Shelf<E>;
  readonly kind: ShelfKind<E, D>;
  readonly #context: StoreContext;

  private constructor(context: StoreContext, kind: ShelfKind<E, D>, file: DataFile<D>) {
    this.#context = context;
    this.kind = kind;
    this.file = file;
    this.shelf = new Shelf(kind.entity, kind.kind, kind.versionsIn(file.data));
  }

  static async open<E extends Shelved, D extends Numbered>(
    context: StoreContext,
    kind: ShelfKind<E, D>,
  ): Promise<ShelfFile<E, D>> {
    const path = join(context.folder, kind.name);
    const data = await openDataFile<D>(context, path, kind.file, kind.empty, () => true, true);
    return new ShelfFile(context, kind, data);
  }

  /** The number of the newest change of our own history that the file has. */
  get known(): number {
    const { data } = this.file;
    return isOwn(this.#context, data) ? data.seq : 0;
  }

  /** Where another machine's file stands in the place of ours, our last one is taken in too. */
  async takeCopy(): Promise<void> {
    if (isOwn(this.#context, this.file.data)) return;
    const copy = await this.file.readCopy();
    if (copy !== null && isOwn(this.#context, copy)) this.shelf.absorb(this.kind.versionsIn(copy));
  }

  /** Brings the file up to the journal and says what was wrong with it; it is due where it changed. */
  replay(records: readonly JournalRecord[], journal: Journal, checkpointer: Checkpointer): void {
    const { name, entity, always } = this.kind;
    const { state } = this.file.outcome;
    this.#context.notices.fileRead(name, this.file.outcome, journal.complete);
    const over = !isOwn(this.#context, this.file.data);
    const changes = changesSince(records, this.known);
    const mine = changes.filter(({ change }) => change.entity === entity);
    this.shelf.apply(mine, over);
    const fine = state === 'good' || (state === 'absent' && !always);
    if (mine.length > 0 || !fine) this.markDue(journal, checkpointer);
  }

  /** Applies changes that are in the journal already. */
  apply(changes: readonly TimedChange[], journal: Journal, checkpointer: Checkpointer): void {
    const mine = changes.filter(({ change }) => change.entity === this.kind.entity);
    if (mine.length === 0) return;
    this.shelf.apply(mine);
    this.markDue(journal, checkpointer);
  }

  markDue(journal: Journal, checkpointer: Checkpointer): void {
    if (!this.#context.write || this.file.outcome.state === 'newer') return;
    checkpointer.mark(this.kind.name, async () => {
      const common = { seq: journal.applied, ...writerOf(this.#context) };
      const saved = await this.file.save(this.kind.dataOf(this.shelf.versions(), common));
      return saved ? null : 'later';
    });
  }
}

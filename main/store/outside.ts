import { setTimeout as sleep } from 'node:timers/promises';
import { storeMessages } from '../../core/messages/en/store.ts';
import { ConflictCopies } from './conflict-copies.ts';
import { DocumentFolders } from './document-folders.ts';
import { moveAside } from './durable-adapter.ts';
import { watchFolder } from './folder-watch.ts';
import type { AppliedEdit } from './library-types.ts';
import type { OpenParts } from './open-parts.ts';
import { reasonOf } from './outcome.ts';
import { sharedCatalogue, sharedMarks, type SharedFile } from './shared-files.ts';
import { takeIn } from './take-in.ts';

export interface OutsideOptions {
  readonly parts: OpenParts;
  /** Milliseconds between two looks, where the system tells nothing of changes. */
  readonly every: number;
  readonly onChanged: (edit: AppliedEdit) => void;
}

/** Every so many looks, and whenever the system tells of a change, folders are listed too. */
const listEvery = 5;
/** Milliseconds in which changes that come together are looked at together. */
const together = 150;

/**
 * Notices what others do to the files while the library is open: a sync program, an editor, a person. What they wrote
 * is merged; what they broke or took away is written again.
 */
export class Outside {
  readonly #options: OutsideOptions;
  readonly #conflicts: ConflictCopies;
  readonly #folders: DocumentFolders;
  readonly #stop = new AbortController();
  #looking: Promise<void> = Promise.resolve();
  #looks = 0;
  #woken: () => void = () => undefined;
  #listed = false;

  constructor(options: OutsideOptions) {
    this.#options = options;
    const { parts, onChanged } = options;
    this.#conflicts = new ConflictCopies(parts, onChanged);
    this.#folders = new DocumentFolders(parts, onChanged);
  }

  start(): void {
    const wake = (): void => {
      this.#listed = false;
      this.#woken();
    };
    watchFolder(this.#options.parts.context.folder, wake, this.#stop.signal);
    void this.#loop();
  }

  /** Looks at all files now, or after the look that is under way. */
  look(listing = true): Promise<void> {
    this.#looking = this.#looking.then(() => this.#look(listing));
    return this.#looking;
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    this.#woken();
    await this.#looking;
  }

  async #loop(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      const listing = !this.#listed || this.#looks % listEvery === 0;
      this.#listed = true;
      await this.look(listing);
      const woken = new Promise<void>((resolve) => (this.#woken = resolve));
      const wait = sleep(this.#options.every, undefined, { signal, ref: false });
      await Promise.race([woken, wait.catch(() => undefined)]);
      await sleep(Math.min(together, this.#options.every), undefined, { signal, ref: false }).catch(
        () => undefined,
      );
    }
  }

  async #look(listing: boolean): Promise<void> {
    const { parts } = this.#options;
    this.#looks += 1;
    try {
      for (const file of sharedCatalogue(parts)) await this.#check(file);
      for (const { id } of parts.catalogue.documents()) {
        const file = sharedMarks(parts, id);
        if (file !== null) await this.#check(file);
      }
      if (!listing || this.#stop.signal.aborted) return;
      await this.#conflicts.collect();
      await this.#folders.compare();
    } catch (error) {
      // A disk that fails now is looked at again soon; an edit would tell the reader why.
      reasonOf(error);
    }
  }

  async #check(file: SharedFile): Promise<void> {
    const { parts, onChanged } = this.#options;
    const { notices, files, stamp } = parts.context;
    if (await file.seen.isGone()) {
      file.seen.forget();
      file.writeAgain();
      return;
    }
    const outside = await file.seen.outside();
    if (outside === null) return;
    const decoded = file.decode(outside.bytes);
    if (decoded.state === 'newer') {
      if (!notices.newer) notices.metNewer(file.name);
      return;
    }
    if (decoded.state === 'damaged') {
      const kept = await moveAside(files, file.path, stamp.now());
      file.seen.forget();
      const problem = storeMessages.problems[decoded.problem];
      notices.raise('warning', storeMessages.outsideDamaged(file.name, problem, kept));
      file.writeAgain();
      return;
    }
    const accept = (): void => file.seen.rememberAs(outside.stamp, outside.bytes);
    const count = await takeIn(parts, file, decoded.data, accept, onChanged);
    if (count !== null && count > 0) {
      notices.raise('info', storeMessages.mergedOutside(file.name, count));
    }
  }
}

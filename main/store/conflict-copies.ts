import { join } from 'node:path';
import { conflictOf } from '../../core/merge/conflict-name.ts';
import { storeMessages } from '../../core/messages/en/store.ts';
import { isMissing } from './files.ts';
import type { AppliedEdit } from './library-types.ts';
import type { OpenParts } from './open-parts.ts';
import { sharedCatalogue, sharedMarks, type SharedFile } from './shared-files.ts';
import { takeIn } from './take-in.ts';

/** Finds the copies that sync programs make of two versions of a file, merges them and keeps them in the bin. */
export class ConflictCopies {
  readonly #parts: OpenParts;
  readonly #onChanged: (edit: AppliedEdit) => void;

  constructor(parts: OpenParts, onChanged: (edit: AppliedEdit) => void) {
    this.#parts = parts;
    this.#onChanged = onChanged;
  }

  async collect(): Promise<void> {
    const { context, catalogue, marks } = this.#parts;
    const own = sharedCatalogue(this.#parts);
    for (const name of await this.#copiesIn(context.folder)) {
      const file = own.find((each) => each.name === conflictOf(name));
      if (file !== undefined) await this.#merge(file, context.folder, name);
    }
    for (const { id } of catalogue.documents()) {
      const folder = join(context.folder, 'documents', id);
      for (const name of await this.#copiesIn(folder)) {
        if (conflictOf(name) !== 'annotations.json' || !(await marks.load(id)).ok) continue;
        const file = sharedMarks(this.#parts, id);
        if (file !== null) await this.#merge(file, folder, name);
      }
    }
  }

  async #merge(file: SharedFile, folder: string, name: string): Promise<void> {
    const { context, checkpointer } = this.#parts;
    const { files, notices } = context;
    const decoded = file.decode(await files.read(join(folder, name)));
    // A newer program will know what to do with it.
    if (decoded.state === 'newer') return;
    if (decoded.state === 'damaged') {
      await this.#putAway(folder, name);
      const problem = storeMessages.problems[decoded.problem];
      notices.raise('warning', storeMessages.conflictDamaged(name, problem));
      return;
    }
    const count = await takeIn(this.#parts, file, decoded.data, () => undefined, this.#onChanged);
    if (count === null) return;
    // Removals are in no history, so the copy goes only when the file holds them.
    if (!(await checkpointer.flush())) return;
    await this.#putAway(folder, name);
    notices.raise('info', storeMessages.conflictMerged(name, count));
  }

  async #putAway(folder: string, name: string): Promise<void> {
    const { files, folder: library } = this.#parts.context;
    const bin = join(library, 'trash', 'conflicts');
    await files.makeFolder(bin);
    const taken = new Set(await files.list(bin));
    let free = name;
    for (let number = 2; taken.has(free); number++) free = `${name}-${number}`;
    await files.rename(join(folder, name), join(bin, free));
  }

  async #copiesIn(folder: string): Promise<readonly string[]> {
    try {
      const names = await this.#parts.context.files.list(folder);
      return names.filter((name) => conflictOf(name) !== null);
    } catch (error) {
      if (!isMissing(error)) throw error;
      return [];
    }
  }
}

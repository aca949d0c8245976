import { join } from 'node:path';
import type { HistoryState } from '../../core/edit/history.ts';
import type { Patch } from '../../core/edit/patch.ts';
import { storeMessages } from '../../core/messages/en/store.ts';
import type { DocumentEntry } from '../../core/model/document.ts';
import type { AppliedEdit } from './library-types.ts';
import { findEntries } from './new-entry.ts';
import type { OpenParts } from './open-parts.ts';
import { ok } from './outcome.ts';

/** A folder is taken in when nobody has named it for so many looks: the list that does may still be on its way. */
const patience = 3;

/** Compares the folders of the documents with the list of them. */
export class DocumentFolders {
  readonly #parts: OpenParts;
  readonly #onChanged: (edit: AppliedEdit) => void;
  readonly #unnamed = new Map<string, number>();
  #there = new Set<string>();
  readonly #said = new Set<string>();

  constructor(parts: OpenParts, onChanged: (edit: AppliedEdit) => void) {
    this.#parts = parts;
    this.#onChanged = onChanged;
  }

  async compare(): Promise<void> {
    const { catalogue, context } = this.#parts;
    const names = new Set(await context.files.list(join(context.folder, 'documents')));
    for (const { id, title } of catalogue.documents()) {
      if (names.has(id)) this.#said.delete(id);
      if (names.has(id) || !this.#there.has(id) || this.#said.has(id)) continue;
      this.#said.add(id);
      context.notices.raise('error', storeMessages.documentFolderGone(title));
    }
    this.#there = names;
    const removed = new Set(catalogue.shelves.document.lifetimes.removed().map(({ id }) => id));
    const skipped = new Set([...removed, ...catalogue.documents().map(({ id }) => id)]);
    for (const name of names) {
      if (skipped.has(name)) this.#unnamed.delete(name);
      else this.#unnamed.set(name, (this.#unnamed.get(name) ?? 0) + 1);
    }
    const waiting = [...this.#unnamed].flatMap(([name, looks]) => (looks < patience ? [name] : []));
    if (waiting.length === this.#unnamed.size) return;
    const entries = await findEntries(context, new Set([...skipped, ...waiting]));
    for (const entry of entries) await this.#adopt(entry);
    // A folder that is no document is not read again at every look.
    for (const [name, looks] of this.#unnamed) {
      if (looks >= patience) this.#unnamed.set(name, -100);
    }
  }

  async #adopt(entry: DocumentEntry): Promise<void> {
    const { catalogue, context, queue } = this.#parts;
    const { stamp, notices } = context;
    const change = { entity: 'document', id: entry.id, before: null, after: entry } as const;
    const patch: Patch = {
      id: stamp.id(),
      at: stamp.now(),
      label: 'library.merge',
      changes: [change],
    };
    const added = await queue.run<AppliedEdit>((_view, history) => {
      if (catalogue.document(entry.id) !== undefined) return Promise.resolve(ok(null));
      const answer = (state: HistoryState): AppliedEdit => ({ patch, history: state });
      return Promise.resolve(ok({ type: 'put' as const, patch, history, answer }));
    }, true);
    if (!added.ok || added.value === null) return;
    this.#onChanged(added.value);
    notices.raise('info', storeMessages.documentAppeared(entry.title));
  }
}

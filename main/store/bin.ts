import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Bin, Result } from '../../core/contract.ts';
import { forgetEdits } from '../../core/edit/time-travel.ts';
import type { Change, Patch } from '../../core/edit/patch.ts';
import { careMessages } from '../../core/messages/en/care.ts';
import type { AnnotationId } from '../../core/model/annotation.ts';
import type { DocumentId } from '../../core/model/document.ts';
import { restoredMarkSteps } from './bin-restore.ts';
import { documentFolder } from './document-folder.ts';
import type { Edited, Edits } from './edits.ts';
import type { AppliedEdit } from './library-types.ts';
import type { OpenParts } from './open-parts.ts';
import { failed, ok, reasonOf, type Failed } from './outcome.ts';
import { namesIn } from './backup/small-files.ts';
import type { StoreContext } from './store-context.ts';

const emptied = '.emptied-';

/** What was deleted: documents with `removed` set, and the tombstones of marks. */
export class BinKeeper {
  readonly #parts: OpenParts;
  readonly #edits: Edits;
  readonly #refusal: () => Failed | null;

  constructor(parts: OpenParts, edits: Edits, refusal: () => Failed | null) {
    this.#parts = parts;
    this.#edits = edits;
    this.#refusal = refusal;
  }

  async list(): Promise<Result<Bin>> {
    const documents: Bin['documents'][number][] = [];
    const marks: Bin['marks'][number][] = [];
    for (const entry of this.#parts.catalogue.documents()) {
      const loaded = await this.#parts.marks.load(entry.id);
      if (!loaded.ok) return loaded;
      if (entry.removed !== null) documents.push({ entry, marks: loaded.value.ordered.length });
      for (const { was, at } of loaded.value.lifetimes.removed()) {
        if (was !== null) marks.push({ annotation: was, title: entry.title, removed: at });
      }
      await setImmediate();
    }
    const newest = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0);
    documents.sort((a, b) => newest(a.entry.removed ?? '', b.entry.removed ?? ''));
    marks.sort((a, b) => newest(a.removed, b.removed));
    return ok({ documents, marks });
  }

  /** Back where they were, as one edit. What is not in the bin any more is passed over. */
  async restore(
    documents: readonly DocumentId[],
    marks: readonly AnnotationId[],
  ): Promise<Result<AppliedEdit>> {
    const reach = marks.length > 0 ? 'all' : 'touched';
    const restored: Edited = await this.#edits.compose(
      'bin.restore',
      (view) => {
        const steps: Change[] = [];
        for (const id of documents) {
          const removed = view.document(id)?.removed ?? null;
          if (removed === null) continue;
          steps.push({ entity: 'document', id, before: { removed }, after: { removed: null } });
        }
        return ok([...steps, ...restoredMarkSteps(view, this.#parts, new Set(marks))]);
      },
      reach,
    );
    if (!restored.ok) return restored;
    return restored.value === null
      ? failed('not-found', careMessages.notInBin)
      : ok(restored.value);
  }

  /**
   * For good. First the journal has it, which is the decision: from then on a crash only delays the rest. Then the files
   * that name the documents are written, and last their folders are moved away and deleted.
   */
  async empty(): Promise<Result<{ documents: number; marks: number }>> {
    const refusal = this.#refusal();
    if (refusal !== null) return refusal;
    const { queue, catalogue, marks, contents, checkpointer, context } = this.#parts;
    let changes: readonly Change[] = [];
    const done = await queue.run<null>(async (_view, history) => {
      for (const { id } of catalogue.documents()) {
        const loaded = await marks.load(id);
        if (!loaded.ok) return loaded;
      }
      changes = this.#inBin();
      if (changes.length === 0) return ok(null);
      const { stamp } = context;
      const patch: Patch = { id: stamp.id(), at: stamp.now(), label: 'bin.empty', changes };
      const left = forgetEdits(history, changes);
      return ok({ type: 'put', patch, history: left, answer: () => null });
    }, true);
    if (!done.ok) return done;
    const ids = changes.flatMap((change) => (change.entity === 'document' ? [change.id] : []));
    if (await checkpointer.flush()) {
      for (const id of ids) {
        marks.drop(id);
        contents.drop(id);
      }
      // What cannot be deleted now is deleted at the next start.
      await checkpointer.between(() => deleteFolders(context, ids)).catch(reasonOf);
    }
    return ok({ documents: ids.length, marks: changes.length - ids.length });
  }

  #inBin(): readonly Change[] {
    const { catalogue, marks } = this.#parts;
    return catalogue.documents().flatMap(({ id: document, removed }): readonly Change[] => {
      if (removed !== null) return [{ entity: 'document', id: document, before: {}, after: null }];
      const tombstones = marks.get(document)?.lifetimes.removed() ?? [];
      return tombstones
        .filter(({ was }) => was !== null)
        .map(({ id }) => ({ entity: 'annotation', document, id, before: {}, after: null }));
    });
  }
}

/** Away from its place in one step, then deleted: a folder that is half deleted is never taken for a document. */
export async function deleteFolders(
  { files, folder }: StoreContext,
  ids: readonly DocumentId[],
): Promise<void> {
  const trash = join(folder, 'trash');
  const there = new Set(await namesIn(files, join(folder, 'documents')));
  const doomed = ids.filter((id) => there.has(id));
  if (doomed.length > 0) await files.makeFolder(trash);
  for (const id of doomed) {
    await files.rename(documentFolder(folder, id), join(trash, `${emptied}${id}`));
  }
  if (doomed.length > 0) await files.syncFolder(join(folder, 'documents'));
  const left = (await namesIn(files, trash)).filter((name) => name.startsWith(emptied));
  for (const name of left) await files.remove(join(trash, name));
}

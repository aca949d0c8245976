import type { Result } from '../../core/contract.ts';
import {
  historyState,
  recordEdit,
  redoStep,
  undoStep,
  type History,
  type HistoryState,
} from '../../core/edit/history.ts';
import type { EditLabel } from '../../core/edit/labels.ts';
import type { Change, Patch } from '../../core/edit/patch.ts';
import { patchSchema } from '../../core/edit/patch-schema.ts';
import { removeTag } from '../../core/edit/tags.ts';
import { storeMessages } from '../../core/messages/en/store.ts';
import type { TagId } from '../../core/model/tag.ts';
import { checkPatch, neededFor } from './check-patch.ts';
import type { Operation } from './commit-queue.ts';
import type { LibraryView } from './draft.ts';
import type { AppliedEdit } from './library-types.ts';
import { netChanges } from './net-changes.ts';
import type { OpenParts } from './open-parts.ts';
import { failed, ok, type Failed } from './outcome.ts';

export type Edited = Result<AppliedEdit | null>;

/** The changes, in any number of steps, that an edit is to come to; all marks are loaded where `all` was asked for. */
export type Plan = (view: LibraryView, history: History) => Result<readonly Change[]>;

/** Edits of marks, tags and entries: each is checked, put in the queue, and can be taken back. */
export class Edits {
  readonly #parts: OpenParts;
  readonly #refusal: () => Failed | null;

  /** `refusal` says why nothing may be changed, where that is so. */
  constructor(parts: OpenParts, refusal: () => Failed | null) {
    this.#parts = parts;
    this.#refusal = refusal;
  }

  async apply(patch: Patch): Promise<Result<HistoryState>> {
    const refusal = this.#refusal();
    if (refusal !== null) return refusal;
    const parsed = patchSchema.safeParse(patch);
    if (!parsed.success) return failed('invalid-input', storeMessages.conflict.invalid);
    const applied = await this.#parts.queue.run(async (view, history) => {
      const needed = await this.#loadFor(parsed.data);
      if (!needed.ok) return needed;
      const checked = await checkPatch(parsed.data, view, async (entry) => {
        const opened = await this.#parts.contents.open(entry);
        return opened.ok ? ok(opened.value.content.text) : opened;
      });
      if (!checked.ok) return checked;
      const next = recordEdit(history, checked.value);
      return ok({
        type: 'do' as const,
        patch: checked.value,
        history: next,
        answer: (state: HistoryState) => state,
      });
    });
    return applied.ok ? ok(applied.value ?? historyState(this.#parts.queue.history)) : applied;
  }

  /** Takes the last edit back, or makes the one taken back last again. */
  step(type: 'undo' | 'redo'): Promise<Edited> {
    return this.#edit(async (_view, history) => {
      const step = type === 'undo' ? undoStep(history) : redoStep(history);
      if (step === null) return ok(null);
      const { patch } = step;
      const needed = await this.#loadFor(patch);
      if (!needed.ok) return needed;
      return ok({ type, ...step, answer: (state) => ({ patch, history: state }) });
    });
  }

  async removeTag(id: TagId): Promise<Result<AppliedEdit>> {
    // Read outside the queue, so that edits need not wait for all files; what is new by then is few.
    const loaded = await this.#loadAll();
    if (!loaded.ok) return loaded;
    const removed = await this.#edit(async (view, history) => {
      const again = await this.#loadAll();
      if (!again.ok) return again;
      const tag = view.tag(id);
      if (tag === undefined) return failed('not-found', storeMessages.conflict.gone);
      const patch = removeTag(tag, view.tags(), view.bearers(id), this.#parts.context.stamp);
      const next = recordEdit(history, patch);
      return ok({
        type: 'do',
        patch,
        history: next,
        answer: (state) => ({ patch, history: state }),
      });
    });
    if (!removed.ok) return removed;
    return removed.value === null
      ? failed('not-found', storeMessages.conflict.gone)
      : ok(removed.value);
  }

  /** One edit worked out from the library as it is when its turn comes; null where nothing would change. */
  async compose(label: EditLabel, plan: Plan, reach: 'all' | 'touched'): Promise<Edited> {
    // Read outside the queue, as for a tag.
    const loaded = reach === 'all' ? await this.#loadAll() : ok(null);
    if (!loaded.ok) return loaded;
    return this.#edit(async (view, history) => {
      const changes = await this.#netChanges(plan, reach, view, history);
      if (!changes.ok) return changes;
      if (changes.value.length === 0) return ok(null);
      const { stamp } = this.#parts.context;
      const patch: Patch = { id: stamp.id(), at: stamp.now(), label, changes: changes.value };
      return ok({
        type: 'do',
        patch,
        history: recordEdit(history, patch),
        answer: (state) => ({ patch, history: state }),
      });
    });
  }

  /** What `compose` would change in the whole library, without changing it. */
  async foresee(plan: Plan): Promise<Result<readonly Change[]>> {
    let foreseen: readonly Change[] = [];
    const looked = await this.#parts.queue.run<null>(async (view, history) => {
      const changes = await this.#netChanges(plan, 'all', view, history);
      if (!changes.ok) return changes;
      foreseen = changes.value;
      return ok(null);
    });
    return looked.ok ? ok(foreseen) : looked;
  }

  async #netChanges(
    plan: Plan,
    reach: 'all' | 'touched',
    view: LibraryView,
    history: History,
  ): Promise<Result<readonly Change[]>> {
    const ready = reach === 'all' ? await this.#loadMarksOfAll() : ok(null);
    if (!ready.ok) return ready;
    const planned = plan(view, history);
    if (!planned.ok) return planned;
    const needed = await this.#loadMarks(planned.value);
    return needed.ok ? ok(netChanges(view, planned.value)) : needed;
  }

  async #loadMarks(changes: readonly Change[]): Promise<Result<null>> {
    for (const change of changes) {
      if (change.entity !== 'annotation') continue;
      const loaded = await this.#parts.marks.load(change.document);
      if (!loaded.ok) return loaded;
    }
    return ok(null);
  }

  /** Marks that a patch touches must be in memory before it is checked and applied. */
  async #loadFor(patch: Patch): Promise<Result<null>> {
    const { all, ids } = neededFor(patch);
    if (all) return this.#loadAll();
    for (const id of ids) {
      if (this.#parts.catalogue.document(id) === undefined) {
        return failed('conflict', storeMessages.conflict.noDocument);
      }
      const loaded = await this.#parts.marks.load(id);
      if (!loaded.ok) return loaded;
    }
    return this.#refusal() ?? ok(null);
  }

  async #loadAll(): Promise<Result<null>> {
    const loaded = await this.#loadMarksOfAll();
    return loaded.ok ? (this.#refusal() ?? loaded) : loaded;
  }

  async #loadMarksOfAll(): Promise<Result<null>> {
    for (const { id } of this.#parts.catalogue.documents()) {
      const loaded = await this.#parts.marks.load(id);
      if (!loaded.ok) return loaded;
    }
    return ok(null);
  }

  #edit(operation: Operation<AppliedEdit>): Promise<Edited> {
    const refusal = this.#refusal();
    return refusal === null ? this.#parts.queue.run(operation) : Promise.resolve(refusal);
  }
}

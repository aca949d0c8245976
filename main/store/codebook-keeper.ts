import type { ChangeOfMarks, Result } from '../../core/contract.ts';
import type { EditLabel } from '../../core/edit/labels.ts';
import { updateMark, removal } from '../../core/edit/marks.ts';
import { mergeTags } from '../../core/edit/merge-tags.ts';
import type { Change, Patch, Stamp } from '../../core/edit/patch.ts';
import { retagChanges } from '../../core/edit/retag.ts';
import { branchOf, splitTag, type TagRefusal } from '../../core/edit/tag-tree.ts';
import { codebookMessages as messages } from '../../core/messages/en/codebook.ts';
import { storeMessages } from '../../core/messages/en/store.ts';
import type { Annotation, AnnotationId } from '../../core/model/annotation.ts';
import type { Tag, TagId } from '../../core/model/tag.ts';
import type { LibraryView } from './draft.ts';
import type { Edited, Edits } from './edits.ts';
import type { AppliedEdit, LibraryCodebook, SplitRequest } from './library-types.ts';
import type { OpenParts } from './open-parts.ts';
import { failed, ok } from './outcome.ts';

/** Edits of tags with all marks that bear them: worked out where all marks are, each one step of undo. */
export class CodebookKeeper implements LibraryCodebook {
  readonly #parts: OpenParts;
  readonly #edits: Edits;

  constructor(parts: OpenParts, edits: Edits) {
    this.#parts = parts;
    this.#edits = edits;
  }

  merge(from: TagId, into: TagId): Promise<Result<AppliedEdit>> {
    return this.#compose('tag.merge', (view, stamp) => {
      const [gone, stays] = [view.tag(from), view.tag(into)];
      if (gone === undefined || stays === undefined) return null;
      const marks = bearersOf(view, branchOf(from, view.tags()));
      return mergeTags(gone, stays, view.tags(), marks, stamp);
    });
  }

  split({ tag, second, moved, both, neither }: SplitRequest): Promise<Result<AppliedEdit>> {
    return this.#compose('tag.split', (view, stamp) => {
      const first = view.tag(tag);
      if (first === undefined) return null;
      const bearers = new Map(view.bearers(tag).map((mark) => [mark.id, mark]));
      const those = (ids: readonly AnnotationId[]): readonly Annotation[] =>
        ids.flatMap((id) => bearers.get(id) ?? []);
      const chosen = { moved: those(moved), both: those(both), neither: those(neither) };
      return splitTag(first, second, chosen, view.tags(), stamp);
    });
  }

  /** Marks that are gone by then are passed over. */
  change(ids: readonly AnnotationId[], change: ChangeOfMarks): Promise<Edited> {
    const wanted = new Set(ids);
    const { stamp } = this.#parts.context;
    return this.#edits.compose(
      labels[change.kind],
      (view) => {
        const marks = [...this.#parts.marks.all()].flatMap(([, list]) =>
          list.filter(({ id }) => wanted.has(id)),
        );
        return ok(changesOf(marks, change, view, stamp));
      },
      'all',
    );
  }

  async #compose(
    label: EditLabel,
    plan: (view: LibraryView, stamp: Stamp) => Patch | TagRefusal | null,
  ): Promise<Result<AppliedEdit>> {
    const { stamp } = this.#parts.context;
    const edited = await this.#edits.compose(
      label,
      (view) => {
        const patch = plan(view, stamp);
        if (patch === null) return failed('not-found', storeMessages.conflict.gone);
        if (typeof patch === 'string') return failed('conflict', messages.refused[patch]);
        return ok(patch.changes);
      },
      'all',
    );
    if (!edited.ok) return edited;
    return edited.value === null
      ? failed('not-found', storeMessages.conflict.gone)
      : ok(edited.value);
  }
}

const labels: Record<ChangeOfMarks['kind'], EditLabel> = {
  add: 'mark.tag',
  replace: 'mark.tag',
  remove: 'mark.untag',
  colour: 'mark.colour',
  delete: 'mark.remove',
};

function changesOf(
  marks: readonly Annotation[],
  change: ChangeOfMarks,
  view: LibraryView,
  stamp: Stamp,
): readonly Change[] {
  const known = (tag: TagId): boolean => view.tag(tag) !== undefined;
  switch (change.kind) {
    case 'add':
      return known(change.tag) ? retagChanges(marks, { add: change.tag }, stamp) : [];
    case 'remove':
      return retagChanges(marks, { remove: change.tag }, stamp);
    case 'replace':
      return known(change.by)
        ? retagChanges(marks, { replace: change.tag, by: change.by }, stamp)
        : [];
    case 'colour':
      return marks.map((mark) =>
        updateMark(mark, { colour: change.colour, colourBy: 'hand' }, stamp),
      );
    case 'delete':
      return marks.map(removal);
  }
}

function bearersOf(view: LibraryView, tags: Iterable<Tag['id']>): readonly Annotation[] {
  const marks = [...tags].flatMap((tag) => view.bearers(tag));
  return [...new Map(marks.map((mark) => [mark.id, mark])).values()];
}

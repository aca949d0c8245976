import type { Change } from '../../core/edit/patch.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import type { DocumentEntry } from '../../core/model/document.ts';
import { pickFields } from '../../core/model/optional-fields.ts';
import type { Item } from '../../core/model/item.ts';
import type { Tag } from '../../core/model/tag.ts';
import { Draft, type LibraryView } from './draft.ts';

type Fields<E> =
  | { readonly before: null; readonly after: E }
  | { readonly before: E; readonly after: null }
  | { readonly before: Partial<E>; readonly after: Partial<E> };

/**
 * What many changes in a row come to: each entity once, with the fields that differ in the end. `before` is what the
 * library holds, so that the inverse brings back exactly that.
 */
export function netChanges(view: LibraryView, steps: readonly Change[]): readonly Change[] {
  const draft = new Draft(view);
  const touched = new Map<string, Change>();
  for (const step of steps) {
    draft.stage(step);
    touched.set(`${step.entity} ${step.id}`, step);
  }
  const changes = [...touched.values()].flatMap((step) => netChange(view, draft, step));
  return changes.sort((a, b) => rank(a) - rank(b));
}

function netChange(view: LibraryView, draft: Draft, step: Change): readonly Change[] {
  const { id } = step;
  switch (step.entity) {
    case 'annotation': {
      const { entity, document } = step;
      const fields = between<Annotation>(view.mark(document, id), draft.mark(document, id));
      return fields === null ? [] : [{ entity, document, id, ...fields }];
    }
    case 'tag': {
      const fields = between<Tag>(view.tag(id), draft.tag(id));
      return fields === null ? [] : [{ entity: step.entity, id, ...fields }];
    }
    case 'item': {
      const fields = between<Item>(view.item(id), draft.item(id));
      return fields === null ? [] : [{ entity: step.entity, id, ...fields }];
    }
    case 'document': {
      const fields = between<DocumentEntry>(view.document(id), draft.document(id));
      return fields === null ? [] : [{ entity: step.entity, id, ...fields }];
    }
  }
}

/** The change from one state of an entity to another; null where they are the same. */
export function between<E extends object>(
  from: E | undefined,
  to: E | undefined,
): Fields<E> | null {
  if (from === undefined) return to === undefined ? null : { before: null, after: to };
  if (to === undefined) return { before: from, after: null };
  const all = [...new Set([...Object.keys(from), ...Object.keys(to)])] as (keyof E)[];
  const names = all.filter((name) => !same(from[name], to[name]));
  return names.length === 0
    ? null
    : { before: pickFields(from, names), after: pickFields(to, names) };
}

/** Spans, selectors and lists of tags are made anew by every reading, with their fields in one order. */
function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Texts and tags come before the marks that need them, and go after them. */
function rank(change: Change): number {
  if (change.entity === 'annotation') return 1;
  return change.after === null ? 2 : 0;
}

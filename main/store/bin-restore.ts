import type { Change } from '../../core/edit/patch.ts';
import type { AnnotationId } from '../../core/model/annotation.ts';
import type { Tag, TagId } from '../../core/model/tag.ts';
import { fold } from '../../core/text/fold.ts';
import type { LibraryView } from './draft.ts';
import type { OpenParts } from './open-parts.ts';

/**
 * Marks as they were. A tag that was deleted since then comes back with them, because the mark says less without it;
 * where its name was given again, that tag is meant.
 */
export function restoredMarkSteps(
  view: LibraryView,
  { catalogue, marks }: Pick<OpenParts, 'catalogue' | 'marks'>,
  wanted: ReadonlySet<AnnotationId>,
): readonly Change[] {
  const steps: Change[] = [];
  const tags = new TagFinder(
    view,
    catalogue.shelves.tag.lifetimes.removed().flatMap((tag) => tag.was ?? []),
  );
  for (const { id: document } of catalogue.documents()) {
    for (const { id, was } of marks.get(document)?.lifetimes.removed() ?? []) {
      if (was === null || !wanted.has(id) || view.mark(document, id) !== undefined) continue;
      const after = { ...was, tags: [...new Set(was.tags.flatMap((tag) => tags.find(tag) ?? []))] };
      steps.push({ entity: 'annotation', document, id, before: null, after });
    }
  }
  return [...tags.additions(), ...steps];
}

/** Finds the tag that stands for an old one, and keeps which must be made again. */
class TagFinder {
  readonly #view: LibraryView;
  readonly #removed: ReadonlyMap<TagId, Tag>;
  readonly #again = new Map<TagId, Tag>();

  constructor(view: LibraryView, removed: readonly Tag[]) {
    this.#view = view;
    this.#removed = new Map(removed.map((tag) => [tag.id, tag]));
  }

  /** Null where nobody knows any more what the tag was. */
  find(id: TagId): TagId | null {
    if (this.#view.tag(id) !== undefined || this.#again.has(id)) return id;
    const was = this.#removed.get(id);
    if (was === undefined) return null;
    const parent =
      was.parent !== null && this.#view.tag(was.parent) !== undefined ? was.parent : null;
    const all = [...this.#view.tags(), ...this.#again.values()];
    const name = fold(was.name);
    const same = all.find((tag) => tag.parent === parent && fold(tag.name) === name);
    if (same !== undefined) return same.id;
    this.#again.set(id, { ...was, parent });
    return id;
  }

  additions(): readonly Change[] {
    return [...this.#again].map(([id, tag]) => ({
      entity: 'tag',
      id,
      before: null,
      after: tag,
    }));
  }
}

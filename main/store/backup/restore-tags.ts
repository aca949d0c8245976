import type { Change } from '../../../core/edit/patch.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import type { Tag, TagId } from '../../../core/model/tag.ts';
import { fold } from '../../../core/text/fold.ts';
import type { LibraryView } from '../draft.ts';
import { between } from '../net-changes.ts';

/**
 * From the codebook as it is to a backup's. Tags that came after go, unless marks that stay bear them; where such a tag
 * has the name of one that comes back, its marks get that one.
 */
export function tagSteps(
  view: LibraryView,
  wanted: readonly Tag[],
  kept: readonly Annotation[],
): readonly Change[] {
  const back = new Map(wanted.map((tag) => [tag.id, tag]));
  const later = view.tags().filter((tag) => !back.has(tag.id));
  const needed = withParents(new Set(kept.flatMap((mark) => mark.tags)), later);
  const place = (tag: Tag): string => `${tag.parent ?? ''} ${fold(tag.name)}`;
  const places = new Map(wanted.map((tag) => [place(tag), tag.id]));
  const instead = new Map<TagId, TagId>();
  for (let before = -1; before < instead.size;) {
    before = instead.size;
    for (const tag of later) {
      const parent = tag.parent === null ? null : (instead.get(tag.parent) ?? tag.parent);
      const same = places.get(place({ ...tag, parent }));
      if (same !== undefined) instead.set(tag.id, same);
    }
  }
  const steps: Change[] = [];
  for (const tag of wanted) {
    const fields = between<Tag>(view.tag(tag.id), tag);
    if (fields !== null) steps.push({ entity: 'tag', id: tag.id, ...fields });
  }
  for (const tag of later) {
    const { id, parent } = tag;
    if (!needed.has(id) || instead.has(id)) {
      steps.push({ entity: 'tag', id, before: tag, after: null });
    } else if (parent !== null && instead.has(parent)) {
      const after = { parent: instead.get(parent) ?? null };
      steps.push({ entity: 'tag', id, before: { parent }, after });
    }
  }
  for (const { document, id, tags } of kept) {
    if (!tags.some((tag) => instead.has(tag))) continue;
    const after = { tags: [...new Set(tags.map((tag) => instead.get(tag) ?? tag))] };
    steps.push({ entity: 'annotation', document, id, before: { tags }, after });
  }
  return steps;
}

function withParents(ids: ReadonlySet<TagId>, tags: readonly Tag[]): ReadonlySet<TagId> {
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  const all = new Set<TagId>();
  for (const id of ids) {
    for (
      let at: TagId | null = id;
      at !== null && !all.has(at);
      at = byId.get(at)?.parent ?? null
    ) {
      all.add(at);
    }
  }
  return all;
}

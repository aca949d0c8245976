import { applyFields, type Patch } from '../../../core/edit/patch.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import type { Tag } from '../../../core/model/tag.ts';

export interface World {
  readonly marks: ReadonlyMap<string, Annotation>;
  readonly tags: ReadonlyMap<string, Tag>;
}

export function world(marks: readonly Annotation[], tags: readonly Tag[]): World {
  return { marks: byId(marks), tags: byId(tags) };
}

export const byId = <E extends { readonly id: string }>(list: readonly E[]) =>
  new Map(list.map((item) => [item.id, item]));

export function applied(world: World, patch: Patch): World {
  const marks = new Map(world.marks);
  const tags = new Map(world.tags);
  for (const change of patch.changes) {
    if (change.entity === 'annotation') {
      const next = applyFields<Annotation>(marks.get(change.id), change);
      if (next === null) marks.delete(change.id);
      else marks.set(change.id, next);
    } else if (change.entity === 'tag') {
      const next = applyFields<Tag>(tags.get(change.id), change);
      if (next === null) tags.delete(change.id);
      else tags.set(change.id, next);
    }
  }
  return { marks, tags };
}

import { shownColour } from '../../core/edit/retag.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import type { Tag, TagId } from '../../core/model/tag.ts';

/** A mark in the colour that it is shown in; the same object where that is its own. */
export function asShown(mark: Annotation, tags: ReadonlyMap<TagId, Tag>): Annotation {
  const colour = shownColour(mark, tags);
  return colour === mark.colour ? mark : { ...mark, colour };
}

/** Whether a change of the codebook gives marks other colours. */
export function recolours(tags: ReadonlyMap<TagId, Tag>, before: ReadonlyMap<TagId, Tag>): boolean {
  if (tags === before) return false;
  for (const [id, { colour }] of tags) if (before.get(id)?.colour !== colour) return true;
  for (const id of before.keys()) if (!tags.has(id)) return true;
  return false;
}

import type { Stamp } from '../../../core/edit/patch.ts';
import { verifyMessages as messages } from '../../../core/messages/en/verify.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import type { Tag } from '../../../core/model/tag.ts';
import { fold } from '../../../core/text/fold.ts';
import type { LibraryView } from '../draft.ts';

interface TagAddition {
  readonly entity: 'tag';
  readonly id: string;
  readonly before: null;
  readonly after: Tag;
}

/** The tags that marks bear and the codebook lacks: as a backup knows them, else under a name that says so. */
export function lostTagSteps(
  view: LibraryView,
  marks: readonly Annotation[],
  known: readonly Tag[],
  stamp: Stamp,
): readonly TagAddition[] {
  const lost = new Set(marks.flatMap((mark) => mark.tags));
  for (const tag of view.tags()) lost.delete(tag.id);
  const names = new Set(view.tags().map((tag) => fold(tag.name)));
  return [...lost].map((id): TagAddition => {
    const was = known.find((tag) => tag.id === id);
    const fits = was !== undefined && !names.has(fold(was.name));
    const name = fits ? was.name : messages.lostTag(id);
    names.add(fold(name));
    const now = stamp.now();
    const fresh = { colour: 'yellow', description: '', created: now, modified: now } as const;
    // At the top: the tag above may be gone too.
    const after: Tag = { ...fresh, ...was, id, name, parent: null };
    return { entity: 'tag', id, before: null, after };
  });
}

import { planTag } from '../../core/edit/plan-tag.ts';
import type { Stamp } from '../../core/edit/patch.ts';
import type { MarkColour } from '../../core/model/colours.ts';
import type { Tag, TagId } from '../../core/model/tag.ts';
import { findTag } from '../../core/text/tag-path.ts';

/** A tag of the codebook, or the name of one to make. */
export type TagChoice = { readonly id: TagId } | { readonly create: string };

export interface PlannedTags {
  readonly ids: readonly TagId[];
  /** The tags to make. */
  readonly additions: readonly Tag[];
  readonly colourOf: (id: TagId | undefined) => MarkColour | undefined;
}

/** The ids of the choices, and the tags to make for them; a name that none can have is left out. */
export function planChoices(
  { tags }: { readonly tags: ReadonlyMap<TagId, Tag> },
  choices: readonly TagChoice[],
  stamp: Stamp,
): PlannedTags {
  const additions: Tag[] = [];
  const ids = choices.flatMap((choice) => {
    if ('id' in choice) return choice.id;
    const codebook = [...tags.values(), ...additions];
    const known = findTag(codebook, choice.create);
    if (known !== null && known !== 'ambiguous') return known.id;
    const planned = planTag(codebook, choice.create, stamp);
    if (planned === null) return [];
    additions.push(...planned.additions);
    return planned.id;
  });
  return {
    ids: [...new Set(ids)],
    additions,
    colourOf: (id) =>
      additions.find((tag) => tag.id === id)?.colour ??
      (id === undefined ? undefined : tags.get(id)?.colour),
  };
}

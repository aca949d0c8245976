import type { Tag, TagId } from '../model/tag.ts';
import { fuzzyText, type FuzzyText } from '../text/fuzzy.ts';
import { tagPaths } from '../text/tag-path.ts';

/** A tag as it is sought: by its path, its own name first, and by its other names. */
export interface TagTarget {
  readonly tag: Tag;
  /** The names above it with a slash after each, and its own name. */
  readonly path: string;
  readonly name: FuzzyText;
}

const slash = ' / ';

/** Every tag made ready for `fuzzyMatch` with `key: ({ name }) => name`; once for each codebook. */
export function tagTargets(tags: ReadonlyMap<TagId, Tag>): readonly TagTarget[] {
  const all = [...tags.values()];
  const paths = tagPaths(all);
  return all.map((tag) => {
    const parent = tag.parent === null ? undefined : paths.get(tag.parent);
    const above = parent === undefined ? '' : `${parent.replaceAll('/', slash)}${slash}`;
    const path = `${above}${tag.name}`;
    return { tag, path, name: fuzzyText(path, { leaf: above.length, aliases: tag.aliases ?? [] }) };
  });
}

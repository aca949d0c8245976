import type { TagTarget } from '../../core/codebook/tag-targets.ts';
import type { Tag, TagId } from '../../core/model/tag.ts';
import { fold } from '../../core/text/fold.ts';
import { fuzzyMatch } from '../../core/text/fuzzy.ts';

/** What stands in the tag box as a chip: a tag of the codebook, or a name to make one of. */
export type Pick =
  { readonly kind: 'tag'; readonly id: TagId } | { readonly kind: 'create'; readonly name: string };

/** A row of the list below the field. */
export type Suggestion = KnownTag | { readonly kind: 'create'; readonly name: string };

export interface KnownTag {
  readonly kind: 'tag';
  readonly tag: Tag;
  /** The names above it with a slash after each, and its own name. */
  readonly path: string;
  /** The other name of the tag that the letters mean, where it is not found by its path. */
  readonly alias: string | null;
  readonly indexes: readonly number[];
}

/** More than anybody reads through: letters find the rest. */
export const mostSuggestions = 200;

/** Tags that the letters may mean, without those picked already; a new one last, where no tag has exactly this name. */
export function suggest(
  query: string,
  targets: readonly TagTarget[],
  picked: readonly Pick[],
  recent: readonly TagId[],
  /** A closed codebook gets no new tags. */
  closed = false,
): readonly Suggestion[] {
  const taken = new Set(picked.map((pick) => (pick.kind === 'tag' ? pick.id : fold(pick.name))));
  const free = targets.filter(({ tag }) => !taken.has(tag.id));
  const rows = knownTags(query, free, recent);
  const name = query.trim();
  const folded = fold(name);
  const known =
    name === '' || taken.has(folded) || targets.some(({ tag }) => fold(tag.name) === folded);
  return known || closed ? rows : [...rows, { kind: 'create', name }];
}

/** Tags that the letters may mean, best first. */
export function knownTags(
  query: string,
  targets: readonly TagTarget[],
  recent: readonly TagId[],
): readonly KnownTag[] {
  const ages = new Map(recent.map((id, age) => [id, age]));
  const found = fuzzyMatch(query, targets, {
    key: ({ name }) => name,
    age: ({ tag }) => ages.get(tag.id),
    limit: mostSuggestions,
  });
  return found.map(({ item: { tag, path }, indexes, alias }) => ({
    kind: 'tag',
    tag,
    path,
    alias,
    indexes: alias === null ? indexes : [],
  }));
}

export function pickOf(suggestion: Suggestion): Pick {
  return suggestion.kind === 'tag'
    ? { kind: 'tag', id: suggestion.tag.id }
    : { kind: 'create', name: suggestion.name };
}

export function samePicks(a: readonly Pick[], b: readonly Pick[]): boolean {
  return a.length === b.length && a.every((pick, index) => keyOf(pick) === keyOf(b[index]));
}

export function keyOf(pick: Pick | undefined): string {
  if (pick === undefined) return '';
  return pick.kind === 'tag' ? pick.id : `new:${pick.name}`;
}

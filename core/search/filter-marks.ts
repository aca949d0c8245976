import { shownColour } from '../edit/retag.ts';
import type { MarkList, Sieved } from '../highlight/mark-list.ts';
import type { Annotation } from '../model/annotation.ts';
import type { MarkColour } from '../model/colours.ts';
import type { DocumentId } from '../model/document.ts';
import type { Tag, TagId } from '../model/tag.ts';
import { fold } from '../text/fold.ts';

export interface MarkQuery {
  /** This tag or, unless `inside` is false, one below it. */
  readonly tag: TagId | null;
  readonly inside?: boolean;
  /** Tags that a mark must bear as well, each of them. */
  readonly together?: readonly TagId[];
  readonly document?: DocumentId | null;
  /** ISO times: made then or later, and made before then. */
  readonly since?: string | null;
  readonly until?: string | null;
  readonly colour: MarkColour | null;
  readonly hasNote: boolean;
  /** Words that must all stand in the quote, the note or the names of the tags; case and accents do not count. */
  readonly text: string;
}

/** A query made ready for the codebook as it is. What it found once, by list or part of a list, it does not look for again. */
export interface Sieve {
  /** Null where every mark passes. */
  readonly passes: ((mark: Annotation) => boolean) | null;
  readonly known: Sieved;
}

interface Word {
  readonly word: string;
  /** The tags whose names have it. */
  readonly named: ReadonlySet<TagId>;
}

/** Keeps what it folded, so that the next letter of a query costs a scan and no folding: 50,000 marks in a few ms. */
export class MarkFilter {
  readonly #folded = new WeakMap<Annotation, string>();
  readonly #names = new WeakMap<Tag, string>();
  #last: { readonly asks: string; readonly sieve: Sieve } | null = null;

  /** The same sieve again as long as it lets the same marks through: a tag may have another name, and nothing is scanned. */
  sieve(query: MarkQuery, codebook: Iterable<Tag>): Sieve {
    const tags = [...codebook];
    const byId = new Map(query.colour === null ? [] : tags.map((tag) => [tag.id, tag]));
    const { colour, hasNote, inside = true, together = [] } = query;
    const { document = null, since = null, until = null } = query;
    const family =
      query.tag === null ? null : inside ? withDescendants(query.tag, tags) : new Set([query.tag]);
    const words = fold(query.text).split(/\s+/u).filter(Boolean);
    const named = words.map((word): Word => ({ word, named: this.#named(word, tags) }));
    const asks = JSON.stringify([
      colour,
      [...byId.values()].map((tag) => [tag.id, tag.colour]),
      hasNote,
      family === null ? null : [...family],
      together,
      [document, since, until],
      ...named.map((each) => [each.word, ...each.named]),
    ]);
    if (this.#last?.asks === asks) return this.#last.sieve;
    const everywhere = document === null && since === null && until === null;
    const bare = family === null && together.length === 0 && colour === null && !hasNote;
    const all = named.length === 0 && bare && everywhere;
    const passes = (mark: Annotation): boolean =>
      (colour === null || shownColour(mark, byId) === colour) &&
      (!hasNote || mark.note.trim() !== '') &&
      (family === null || mark.tags.some((tag) => family.has(tag))) &&
      together.every((tag) => mark.tags.includes(tag)) &&
      (document === null || mark.document === document) &&
      (since === null || mark.created >= since) &&
      (until === null || mark.created < until) &&
      (named.length === 0 || this.#says(mark, named));
    const sieve = { passes: all ? null : passes, known: new WeakMap() };
    this.#last = { asks, sieve };
    return sieve;
  }

  #says(mark: Annotation, words: readonly Word[]): boolean {
    let text = this.#folded.get(mark);
    if (text === undefined) {
      text = fold(`${mark.selector.quote}\n${mark.note}`);
      this.#folded.set(mark, text);
    }
    for (const { word, named } of words) {
      if (!text.includes(word) && !mark.tags.some((id) => named.has(id))) return false;
    }
    return true;
  }

  #named(word: string, tags: readonly Tag[]): ReadonlySet<TagId> {
    return new Set(tags.filter((tag) => this.#name(tag).includes(word)).map(({ id }) => id));
  }

  #name(tag: Tag): string {
    let name = this.#names.get(tag);
    if (name === undefined) {
      name = fold(tag.name);
      this.#names.set(tag, name);
    }
    return name;
  }
}

/** The marks that pass, in their order. */
export function sift(marks: MarkList, { passes, known }: Sieve): MarkList {
  return passes === null ? marks : marks.filter(passes, known);
}

/** A tag and all below it; a circle of parents ends. */
export function withDescendants(root: TagId, tags: Iterable<Tag>): ReadonlySet<TagId> {
  const children = new Map<TagId, TagId[]>();
  for (const { id, parent } of tags) {
    if (parent === null) continue;
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [id]);
    else siblings.push(id);
  }
  const family = new Set<TagId>([root]);
  // A set may grow while it is walked; what it holds already is not walked again.
  for (const id of family) for (const child of children.get(id) ?? []) family.add(child);
  return family;
}

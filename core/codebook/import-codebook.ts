import { tagAddition, tagUpdate, newTag } from '../edit/tags.ts';
import type { Change, Patch, Stamp, TagFields } from '../edit/patch.ts';
import { idSchema } from '../model/annotation.ts';
import { nextColour } from '../model/colours.ts';
import { tagNameSchema, type Tag, type TagId } from '../model/tag.ts';
import { fold } from '../text/fold.ts';
import type { CodebookEntry } from './codebook-entry.ts';

export interface CodebookImport {
  /** One step of undo; null where the codebook has all of it already. */
  readonly patch: Patch | null;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  /** Paths with a part that is no name for a tag. */
  readonly refused: readonly string[];
}

/**
 * Takes a codebook into the one that is there. A tag is known again by its id, else by its path; what the file says of it
 * counts, but nothing is emptied or taken away, and other names are added to those there.
 */
export function importCodebook(
  entries: readonly CodebookEntry[],
  tags: readonly Tag[],
  stamp: Stamp,
): CodebookImport {
  const import_ = new Import(tags, stamp);
  for (const entry of entries) import_.take(entry);
  return import_.result();
}

const longestText = 20_000;

class Import {
  readonly #before: ReadonlyMap<TagId, Tag>;
  readonly #tags: Map<TagId, Tag>;
  readonly #places: Map<string, TagId>;
  readonly #stamp: Stamp;
  readonly #met = new Set<TagId>();
  readonly #refused: string[] = [];

  constructor(tags: readonly Tag[], stamp: Stamp) {
    this.#before = new Map(tags.map((tag) => [tag.id, tag]));
    this.#tags = new Map(this.#before);
    this.#places = new Map(tags.map(({ id, name, parent }) => [placeOf(name, parent), id]));
    this.#stamp = stamp;
  }

  take(entry: CodebookEntry): void {
    const names = entry.path.map((part) => tagNameSchema.safeParse(part));
    const path = names.flatMap((name) => (name.success ? [name.data] : []));
    const name = path.at(-1);
    if (path.length < names.length || name === undefined) {
      this.#refused.push(entry.path.join('/'));
      return;
    }
    let parent: TagId | null = null;
    for (const above of path.slice(0, -1))
      parent = this.#at(above, parent) ?? this.#add(above, parent, null);
    const guid = idSchema.safeParse(entry.guid).data ?? null;
    const known = guid !== null && this.#tags.has(guid) ? guid : this.#at(name, parent);
    const id = known ?? this.#add(name, parent, guid);
    this.#met.add(id);
    const tag = this.#tags.get(id);
    if (tag === undefined) return;
    const placed = this.#place(tag, name, parent);
    this.#put({ ...placed, ...fieldsOf(entry, placed) });
  }

  /** Under its name and parent in the file, unless another tag has that name there, or it would stand under itself. */
  #place(tag: Tag, name: string, parent: TagId | null): Tag {
    if (tag.parent === parent && tag.name === name) return tag;
    const other = this.#at(name, parent);
    if (other !== null && other !== tag.id) return tag;
    for (let above = parent; above !== null; above = this.#tags.get(above)?.parent ?? null) {
      if (above === tag.id) return tag;
    }
    return { ...tag, name, parent };
  }

  #at(name: string, parent: TagId | null): TagId | null {
    return this.#places.get(placeOf(name, parent)) ?? null;
  }

  #put(tag: Tag): void {
    const before = this.#tags.get(tag.id);
    if (before !== undefined) this.#places.delete(placeOf(before.name, before.parent));
    this.#places.set(placeOf(tag.name, tag.parent), tag.id);
    this.#tags.set(tag.id, tag);
  }

  #add(name: string, parent: TagId | null, guid: TagId | null): TagId {
    const made = newTag(name, nextColour(this.#tags.size), parent, this.#stamp);
    const tag = guid === null ? made : { ...made, id: guid };
    this.#put(tag);
    this.#met.add(tag.id);
    return tag.id;
  }

  result(): CodebookImport {
    const changes: Change[] = [];
    let [added, changed, same] = [0, 0, 0];
    for (const tag of this.#tags.values()) {
      const before = this.#before.get(tag.id);
      const fields = before === undefined ? {} : difference(before, tag);
      if (before === undefined) {
        added += 1;
        changes.push(tagAddition(tag));
      } else if (Object.keys(fields).length > 0) {
        changed += 1;
        changes.push(tagUpdate(before, fields, this.#stamp));
      } else if (this.#met.has(tag.id)) same += 1;
    }
    const { id, now } = this.#stamp;
    const patch: Patch | null =
      changes.length === 0 ? null : { id: id(), at: now(), label: 'codebook.import', changes };
    return { patch, added, changed, same, refused: this.#refused };
  }
}

const placeOf = (name: string, parent: TagId | null): string => `${parent ?? ''}/${fold(name)}`;

/** The fields of a tag that an entry fills in. */
function fieldsOf(entry: CodebookEntry, tag: Tag): Partial<Tag> {
  const text = (said: string | null): string => (said ?? '').slice(0, longestText).toWellFormed();
  const own = fold(tag.name);
  const aliases = new Map((tag.aliases ?? []).map((alias) => [fold(alias), alias]));
  for (const said of entry.aliases) {
    const alias = tagNameSchema.safeParse(said);
    if (alias.success && fold(alias.data) !== own && !aliases.has(fold(alias.data))) {
      aliases.set(fold(alias.data), alias.data);
    }
  }
  return {
    ...(entry.colour === null ? {} : { colour: entry.colour }),
    ...(text(entry.description) === '' ? {} : { description: text(entry.description) }),
    ...(text(entry.whenToUse) === '' ? {} : { whenToUse: text(entry.whenToUse) }),
    ...(text(entry.whenNot) === '' ? {} : { whenNot: text(entry.whenNot) }),
    ...(aliases.size === (tag.aliases?.length ?? 0) ? {} : { aliases: [...aliases.values()] }),
  };
}

function difference(before: Tag, after: Tag): TagFields {
  const names = [
    'name',
    'parent',
    'colour',
    'description',
    'whenToUse',
    'whenNot',
    'aliases',
  ] as const;
  return Object.fromEntries(
    names.flatMap((name) => (before[name] === after[name] ? [] : [[name, after[name]]])),
  );
}

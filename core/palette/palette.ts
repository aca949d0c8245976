import { tagTargets, type TagTarget } from '../codebook/tag-targets.ts';
import type { CommandId } from '../commands.ts';
import type { Need } from '../commands/needs.ts';
import type { DocumentEntry, DocumentId } from '../model/document.ts';
import type { Tag, TagId } from '../model/tag.ts';
import { fuzzyMatch, fuzzyText, type FuzzyMatch, type FuzzyText } from '../text/fuzzy.ts';
import type { OutlineItem } from '../text/outline.ts';
import type { PaletteKind, PaletteQuery } from './palette-query.ts';

type Chosen =
  | { readonly kind: 'command'; readonly id: CommandId; readonly lacks: Need | null }
  | { readonly kind: 'document'; readonly id: DocumentId }
  | { readonly kind: 'tag'; readonly tag: Tag }
  | { readonly kind: 'heading'; readonly item: OutlineItem };

/** What the palette finds by name. `key` is the same as long as it means the same. */
export type Named = Chosen & { readonly key: string; readonly name: FuzzyText };

export interface PaletteMatch {
  readonly entry: Named;
  /** Where the letters stand in the name, or in the other one. */
  readonly indexes: readonly number[];
  /** The other name of a tag that the letters mean. */
  readonly alias: string | null;
}

export interface PaletteGroup {
  readonly kind: Exclude<PaletteKind, 'mark'> | 'recent';
  readonly matches: readonly PaletteMatch[];
}

export interface PaletteSources {
  readonly commands: readonly {
    readonly id: CommandId;
    readonly title: string;
    readonly lacks: Need | null;
  }[];
  readonly documents: readonly DocumentEntry[];
  readonly tags: ReadonlyMap<TagId, Tag>;
  readonly outline: readonly OutlineItem[];
  /** Keys of what was chosen here, newest first. */
  readonly recent: readonly string[];
  /** What was used elsewhere, newest first: texts by when they were read, tags by when they were given. */
  readonly recentDocuments: readonly DocumentId[];
  readonly recentTags: readonly TagId[];
}

/** Rows of a group among others, and where one kind alone is sought. */
const few = 8;
const many = 1000;
const mostRecent = 6;

/** What can be found by name, made ready once for all letters that follow. */
export class Palette {
  readonly #groups: Readonly<Record<Exclude<PaletteKind, 'mark'>, readonly Named[]>>;
  readonly #ages: ReadonlyMap<string, number>;
  readonly #recent: readonly string[];

  constructor(sources: PaletteSources) {
    this.#groups = {
      command: sources.commands.map(({ title, ...rest }) => ({
        ...rest,
        kind: 'command',
        key: `command ${rest.id}`,
        name: fuzzyText(title.replace('…', '')),
      })),
      document: sources.documents.map(({ id, title }) => ({
        kind: 'document',
        id,
        key: `document ${id}`,
        name: fuzzyText(title),
      })),
      tag: tagTargets(sources.tags).map(named),
      heading: sources.outline.map((item) => ({
        kind: 'heading',
        item,
        key: `heading ${item.start}`,
        name: fuzzyText(item.text.replace(/\s+/gu, ' ')),
      })),
    };
    this.#recent = sources.recent;
    const used = [
      ...sources.recent,
      ...sources.recentDocuments.map((id) => `document ${id}`),
      ...sources.recentTags.map((id) => `tag ${id}`),
    ];
    this.#ages = new Map(used.map((key, index) => [key, index] as const).toReversed());
  }

  /** Groups with something in them, that with the best match first. Without words what was chosen lately comes first. */
  find({ only, words }: PaletteQuery): readonly PaletteGroup[] {
    if (only === 'mark') return [];
    if (only !== null) return [this.#group(only, words, many)].filter(isFilled);
    const kinds = ['command', 'document', 'tag', 'heading'] as const;
    const groups = kinds.map((kind) => this.#group(kind, words, few)).filter(isFilled);
    if (words !== '') return groups.toSorted((a, b) => b.best - a.best);
    const recent = this.#lately();
    const shown = new Set(recent.map(({ entry }) => entry.key));
    const rest = groups.map((group) => ({
      ...group,
      matches: group.matches.filter(({ entry }) => !shown.has(entry.key)),
    }));
    return [{ kind: 'recent' as const, matches: recent }, ...rest].filter(isFilled);
  }

  #group(kind: Exclude<PaletteKind, 'mark'>, words: string, limit: number) {
    const all = this.#groups[kind];
    // Headings and commands have an order of their own, which says more than the alphabet.
    const inOrder = words === '' && (kind === 'heading' || kind === 'command');
    const found: readonly FuzzyMatch<Named>[] = inOrder
      ? all.map((item) => ({ item, indexes: [], alias: null, score: 0 }))
      : fuzzyMatch(words, all, {
          key: ({ name }) => name,
          age: ({ key }) => this.#ages.get(key),
          limit: kind === 'command' ? many : limit,
        });
    const matches = doable(found)
      .slice(0, limit)
      .map(({ item, indexes, alias }): PaletteMatch => ({
        entry: item,
        indexes,
        alias,
      }));
    return { kind, matches, best: found[0]?.score ?? 0 };
  }

  #lately(): readonly PaletteMatch[] {
    const all = new Map(
      Object.values(this.#groups)
        .flat()
        .map((entry) => [entry.key, entry]),
    );
    return this.#recent
      .flatMap((key) => all.get(key) ?? [])
      .slice(0, mostRecent)
      .map((entry) => ({ entry, indexes: [], alias: null }));
  }
}

function named({ tag, name }: TagTarget): Named {
  return { kind: 'tag', tag, key: `tag ${tag.id}`, name };
}

/** What can be done now stands before what cannot. */
function doable(found: readonly FuzzyMatch<Named>[]): readonly FuzzyMatch<Named>[] {
  const lacking = ({ item }: FuzzyMatch<Named>): number =>
    item.kind === 'command' && item.lacks !== null ? 1 : 0;
  return found.toSorted((a, b) => lacking(a) - lacking(b));
}

function isFilled(group: PaletteGroup): boolean {
  return group.matches.length > 0;
}

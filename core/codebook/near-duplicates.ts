import type { Tag, TagId } from '../model/tag.ts';
import { fold } from '../text/fold.ts';
import { lettersOf } from '../text/fuzzy-text.ts';
import { editDistance } from './edit-distance.ts';
import { singular } from './singular.ts';

/** Why two tags may be one: from the surest to the least sure. */
export const duplicateReasons = ['same-name', 'alias', 'plural', 'spelling'] as const;
export type DuplicateReason = (typeof duplicateReasons)[number];

export interface NearDuplicate {
  readonly a: Tag;
  readonly b: Tag;
  readonly reason: DuplicateReason;
}

interface Name {
  readonly tag: Tag;
  readonly own: boolean;
}

/**
 * Pairs of tags that may mean the same, each pair once with its surest reason, surest first, then in the order of the
 * tags: the same name but for case, accents, signs and the order of words; a name that is an alias of the other; singular
 * and plural; one letter other in names of five letters or more, two from ten on.
 */
export function nearDuplicates(tags: readonly Tag[]): readonly NearDuplicate[] {
  const pairs = new Pairs(tags);
  const byName = grouped(tags, (name) => wordsOf(name).sort().join(' '));
  const bySingular = grouped(tags, (name) => wordsOf(name).map(singular).sort().join(' '));
  for (const group of byName) {
    eachPair(group, (a, b) => {
      if (a.own && b.own) pairs.add(a.tag, b.tag, 'same-name');
      else if (a.own || b.own) pairs.add(a.tag, b.tag, 'alias');
    });
  }
  for (const group of bySingular) {
    eachPair(group, (a, b) => {
      if (a.own && b.own) pairs.add(a.tag, b.tag, 'plural');
    });
  }
  for (const [a, b] of misspelt(tags)) pairs.add(a, b, 'spelling');
  return pairs.list();
}

function wordsOf(name: string): string[] {
  return fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** Groups of two or more names with one key; names of signs alone have none. */
function grouped(tags: readonly Tag[], keyOf: (name: string) => string): readonly Name[][] {
  const groups = new Map<string, Name[]>();
  for (const tag of tags) {
    const own = keyOf(tag.name);
    const keys = new Map([own, ...(tag.aliases ?? []).map(keyOf)].map((key) => [key, key === own]));
    for (const [key, isOwn] of keys) {
      if (key === '') continue;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [{ tag, own: isOwn }]);
      else group.push({ tag, own: isOwn });
    }
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function eachPair(group: readonly Name[], take: (a: Name, b: Name) => void): void {
  group.forEach((a, index) => {
    for (const b of group.slice(index + 1)) take(a, b);
  });
}

/** Names with few letters other. All are compared, most by their lengths and kinds of letters alone. */
function* misspelt(tags: readonly Tag[]): Generator<readonly [Tag, Tag]> {
  const names = tags
    .map((tag) => {
      const name = wordsOf(tag.name).join(' ');
      return { tag, name, letters: lettersOf(name) };
    })
    .filter(({ name }) => name.length >= shortest)
    .sort((a, b) => a.name.length - b.name.length);
  for (const [index, a] of names.entries()) {
    const edits = a.name.length >= long ? 2 : 1;
    for (let at = index + 1; at < names.length; at++) {
      const b = names[at];
      if (b === undefined || b.name.length > a.name.length + edits) break;
      // A letter that is another one changes two kinds at most.
      if (bits(a.letters ^ b.letters) > 2 * edits) continue;
      if (isNear(a.name, b.name)) yield [a.tag, b.tag];
    }
  }
}

const shortest = 5;
const long = 10;

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

function isNear(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  // A number that differs is meant: "wave 1" and "wave 2".
  if (digitsOf(a) !== digitsOf(b)) return false;
  return editDistance(a, b) <= (length >= long ? 2 : 1);
}

const digitsOf = (name: string): string => name.replace(/\P{N}+/gu, ' ');

class Pairs {
  readonly #place: ReadonlyMap<TagId, number>;
  readonly #found = new Map<string, NearDuplicate>();

  constructor(tags: readonly Tag[]) {
    this.#place = new Map(tags.map(({ id }, index) => [id, index]));
  }

  /** Surer reasons come first; a tag and the one above it may share a name by intent, and are named all the same. */
  add(one: Tag, two: Tag, reason: DuplicateReason): void {
    if (one.id === two.id) return;
    const [a, b] = this.#at(one) <= this.#at(two) ? [one, two] : [two, one];
    const key = `${a.id} ${b.id}`;
    if (!this.#found.has(key)) this.#found.set(key, { a, b, reason });
  }

  list(): readonly NearDuplicate[] {
    const sure = ({ reason }: NearDuplicate): number => duplicateReasons.indexOf(reason);
    return [...this.#found.values()].sort(
      (x, y) => sure(x) - sure(y) || this.#at(x.a) - this.#at(y.a) || this.#at(x.b) - this.#at(y.b),
    );
  }

  #at({ id }: Tag): number {
    return this.#place.get(id) ?? 0;
  }
}

export interface FoldOptions {
  readonly matchCase: boolean;
  readonly matchAccents: boolean;
}

/** A text as it is compared, with the way back. */
export interface FoldedText {
  readonly text: string;
  /** Where the piece that gave a unit starts in the source; one more at the end. Units of one piece share their offset. */
  readonly offsets: Uint32Array;
}

/**
 * Folds a text for comparison and keeps for every unit where it came from. A run of white space is one space; ligatures,
 * wide forms, curly quotes and hyphens are as they are typed; soft hyphens do not count. A letter folds together with
 * its marks, so the two spellings of "é" are alike. 4 MB take some tens of ms.
 */
export function foldWithOffsets(source: string, options: FoldOptions): FoldedText {
  const table = new FoldTable(options);
  // A piece rarely grows; where it does, the arrays grow with it.
  let units = new Uint16Array(source.length + 64);
  let offsets = new Uint32Array(source.length + 65);
  let length = 0;
  let at = 0;
  let kind = table.kindAt(source, 0);
  while (at < source.length) {
    const next = table.kindAt(source, at + 1);
    const alone = kind === 'single' ? next !== 'mark' : kind === 'space' && next !== 'space';
    if (alone && next !== 'half') {
      units[length] = table.single(source.charCodeAt(at));
      offsets[length] = at;
      length += 1;
      at += 1;
      kind = next;
      continue;
    }
    const end = pieceEnd(source, at);
    const piece = foldPiece(source.slice(at, end), options);
    if (length + piece.length + (source.length - end) > units.length) {
      units = grown(units, new Uint16Array(units.length * 2 + piece.length));
      offsets = grown(offsets, new Uint32Array(units.length + 1));
    }
    for (let index = 0; index < piece.length; index++) {
      units[length] = piece.charCodeAt(index);
      offsets[length] = at;
      length += 1;
    }
    at = end;
    kind = table.kindAt(source, at);
  }
  offsets[length] = source.length;
  return { text: textOf(units.subarray(0, length)), offsets: offsets.slice(0, length + 1) };
}

/** `single`: folds to one unit, unless a mark follows. */
type Kind = 'single' | 'space' | 'mark' | 'half' | 'other';
const kinds: readonly (Kind | undefined)[] = [
  undefined,
  'single',
  'space',
  'mark',
  'half',
  'other',
];

/** What each unit is and folds to, found out once: nearly every unit of a text is met again. */
class FoldTable {
  readonly #options: FoldOptions;
  readonly #kinds = new Uint8Array(0x10000);
  readonly #singles = new Uint16Array(0x10000);

  constructor(options: FoldOptions) {
    this.#options = options;
  }

  /** At the end of the text: `other`. */
  kindAt(source: string, at: number): Kind {
    if (at >= source.length) return 'other';
    const unit = source.charCodeAt(at);
    return kinds[this.#kinds[unit] ?? 0] ?? this.#learn(unit);
  }

  single(unit: number): number {
    return this.#singles[unit] ?? unit;
  }

  #learn(unit: number): Kind {
    const character = String.fromCharCode(unit);
    const folded = foldPiece(character, this.#options);
    const kind = kindOf(character, folded);
    this.#kinds[unit] = kinds.indexOf(kind);
    this.#singles[unit] = folded.charCodeAt(0);
    return kind;
  }
}

function kindOf(character: string, folded: string): Kind {
  if (!character.isWellFormed()) return 'half';
  if (space.test(character)) return 'space';
  if (mark.test(character)) return 'mark';
  return folded.length === 1 ? 'single' : 'other';
}

const space = /\s/u;
const mark = /\p{M}/u;

/** A letter with the marks after it, or a run of white space. */
function pieceEnd(source: string, start: number): number {
  let at = start + sizeAt(source, start);
  const wanted = space.test(source.slice(start, at)) ? space : mark;
  while (at < source.length) {
    const size = sizeAt(source, at);
    if (!wanted.test(source.slice(at, at + size))) break;
    at += size;
  }
  return at;
}

function sizeAt(source: string, at: number): 1 | 2 {
  return (source.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function textOf(units: Uint16Array): string {
  const chunk = 8192;
  const parts: string[] = [];
  for (let from = 0; from < units.length; from += chunk) {
    parts.push(String.fromCharCode(...units.subarray(from, from + chunk)));
  }
  return parts.join('');
}

function foldPiece(piece: string, { matchCase, matchAccents }: FoldOptions): string {
  if (space.test(piece)) return ' ';
  const plain = piece.normalize('NFKD').replace(unseen, '').replace(spaces, ' ');
  const bare = matchAccents ? plain : plain.replace(accents, '');
  // Upwards first: "ß" and "SS", "ς" and "Σ" meet there.
  const cased = matchCase ? bare : bare.toUpperCase().toLowerCase();
  return typed.get(cased) ?? cased;
}

const spaces = /\s+/gu;

/** Soft hyphen, zero width space, word joiner, the stroke that lengthens Arabic words. */
const unseen = /[\u00ad\u200b\u2060\u0640]/gu;

// Accents and points. Vowel signs of Indian scripts are marks too, but letters to a reader, and so are the voiced
// sounds of Japanese.
const accents =
  /(?![\u3099\u309a])(?=\p{M})[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/gu;

const typed: ReadonlyMap<string, string> = new Map([
  ['‘', "'"],
  ['’', "'"],
  ['‚', "'"],
  ['“', '"'],
  ['”', '"'],
  ['„', '"'],
  ['‐', '-'],
  ['‑', '-'],
]);

function grown<T extends Uint16Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

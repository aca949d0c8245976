import { fold } from './fold.ts';

/** A name made ready to be matched: do it once for each, not for each key. */
export interface FuzzyText {
  readonly text: string;
  readonly folded: string;
  /** Where each folded unit stands in the text; null where they are the same. */
  readonly offsets: readonly number[] | null;
  /** Where the name's own part starts after the path above it, in folded units. */
  readonly leaf: number;
  /** A bit for each kind of letter that the name has. */
  readonly letters: number;
  readonly aliases: readonly FuzzyText[];
}

export interface FuzzyParts {
  /** UTF-16 units of the text before the name's own part, such as the path above it. */
  readonly leaf?: number;
  readonly aliases?: readonly string[];
}

const ascii = /^[\0-\x7f]*$/;

/** Case and accents do not count, but what is shown as matched is the text as it is. */
export function fuzzyText(text: string, { leaf = 0, aliases = [] }: FuzzyParts = {}): FuzzyText {
  const { folded, offsets } = foldedOf(text);
  const found = offsets === null ? leaf : offsets.findIndex((offset) => offset >= leaf);
  return {
    text,
    folded,
    offsets,
    leaf: Math.max(0, found),
    letters: lettersOf(folded),
    aliases: aliases.map((alias) => fuzzyText(alias)),
  };
}

function foldedOf(text: string): Pick<FuzzyText, 'folded' | 'offsets'> {
  if (ascii.test(text)) return { folded: text.toLowerCase(), offsets: null };
  let folded = '';
  const offsets: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = fold(character);
    folded += plain;
    for (let unit = 0; unit < plain.length; unit++) offsets.push(at);
    at += character.length;
  }
  return { folded, offsets };
}

export function lettersOf(folded: string): number {
  let letters = 0;
  for (let at = 0; at < folded.length; at++) letters |= 1 << (folded.charCodeAt(at) & 31);
  return letters;
}

/** Whether a word, a number or a part of a path starts at a folded unit. */
export function startsWord(folded: string, at: number): boolean {
  return at === 0 || (isWord(folded.charCodeAt(at)) && !isWord(folded.charCodeAt(at - 1)));
}

export function endsWord(folded: string, at: number): boolean {
  return at === folded.length || !isWord(folded.charCodeAt(at));
}

/** Letters and digits; all that is not ASCII counts as a letter. */
function isWord(unit: number): boolean {
  return (
    (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57) || (unit > 127 && unit !== 0x203a)
  );
}

import { snapToGraphemes } from './graphemes.ts';

// Whether an offset of a text stands between two graphemes, or at the edge of a word. Asked for many offsets, mostly in
// ascending order.

const firstMark = 0x300;
// What never joins the character before it, where that is no format character. Thai and Lao "am" are letters that do.
const standsAlone =
  /^[^\p{Cf}\p{M}][\p{P}\p{Z}\p{Nd}\p{Lu}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u;
const joins = /[\p{M}\uff9e\uff9f]$/u;

export function isGraphemeEdge(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  if (text.charCodeAt(offset - 1) < firstMark && text.charCodeAt(offset) < firstMark) return true;
  const around = `${codePointBefore(text, offset)}${String.fromCodePoint(text.codePointAt(offset) ?? 0)}`;
  if (standsAlone.test(around) && !joins.test(around)) return true;
  const { start, end } = snapToGraphemes(text, { start: offset, end: offset });
  return start === offset && end === offset;
}

const wordCharacter = /[\p{L}\p{N}\p{M}_]/u;
/** Scripts that do not write the space between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u;
/** Without a space for so long, a run of letters is cut for the segmenter, which needs some words of context. */
const longestRun = 400;

/** Edges of words: by the class of the characters, and by dictionary where a script writes no spaces. */
export class WordEdges {
  readonly #text: string;
  readonly #segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
  #known = { from: 0, to: 0, edges: new Set<number>() };

  constructor(text: string) {
    this.#text = text;
  }

  isEdge(offset: number): boolean {
    if (offset <= 0 || offset >= this.#text.length) return true;
    const before = codePointBefore(this.#text, offset);
    const after = String.fromCodePoint(this.#text.codePointAt(offset) ?? 0);
    if (!wordCharacter.test(before) || !wordCharacter.test(after)) return true;
    if (!unspaced.test(before) && !unspaced.test(after)) return false;
    if (offset <= this.#known.from || offset >= this.#known.to) this.#read(offset);
    return this.#known.edges.has(offset);
  }

  #read(offset: number): void {
    let from = offset;
    let to = offset;
    while (from > 0 && offset - from < longestRun) {
      const before = codePointBefore(this.#text, from);
      if (!wordCharacter.test(before)) break;
      from -= before.length;
    }
    while (to < this.#text.length && to - offset < longestRun) {
      const after = String.fromCodePoint(this.#text.codePointAt(to) ?? 0);
      if (!wordCharacter.test(after)) break;
      to += after.length;
    }
    const edges = new Set<number>();
    for (const { index } of this.#segmenter.segment(this.#text.slice(from, to)))
      edges.add(from + index);
    // Near a cut the segmenter may be wrong: the next offset there is read with its own surroundings.
    const margin = to - offset >= longestRun ? longestRun / 2 : 0;
    this.#known = { from, to: to - margin, edges };
  }
}

function codePointBefore(text: string, offset: number): string {
  const unit = text.charCodeAt(offset - 1);
  const half = unit >= 0xdc00 && unit <= 0xdfff && offset >= 2;
  return half ? text.slice(offset - 2, offset) : text.charAt(offset - 1);
}

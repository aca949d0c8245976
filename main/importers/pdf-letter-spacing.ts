import type { StyledItem } from './pdf-types.ts';

// Longer ones are several words, and nobody can tell where they part.
const spacedWord = /^\p{L}(?: \p{Ll}){2,12}$/u;
const spacedCapitals = /^\p{Lu}(?: \p{Lu}){4,12}$/u;
const spacedPair = /^\p{L} \p{Ll}$/u;

/** Words whose letters are set apart ("s p a c e d") are words again. Alphabets are not words. */
export function closeLetters(items: readonly StyledItem[]): readonly StyledItem[] {
  const words = items.map(({ item }) => isSpaced(item.str));
  if (!words.includes(true)) return items;
  return items.map((one, index) => {
    const { item } = one;
    const closed =
      words[index] === true || (spacedPair.test(item.str) && isBeside(items, words, index));
    return closed ? { ...one, item: { ...item, str: item.str.replaceAll(' ', '') } } : one;
  });
}

function isSpaced(text: string): boolean {
  if (!spacedWord.test(text) && !spacedCapitals.test(text)) return false;
  const letters = text.toLowerCase().split(' ');
  return letters.some((letter, index) => index > 0 && letter < (letters[index - 1] ?? ''));
}

/** Whether a spaced word of the same font stands next to it; between words are spaces and ends of lines. */
function isBeside(items: readonly StyledItem[], words: readonly boolean[], index: number): boolean {
  const font = items[index]?.item.fontName;
  return [-1, 1].some((step) => {
    let at = index + step;
    while (items[at]?.item.str.trim() === '') at += step;
    return words[at] === true && items[at]?.item.fontName === font;
  });
}

/** A word without the ending that makes many of one, by the commonest endings of English; else as it is. Not always a word. */
export function singular(word: string): string {
  if (word.length < 4) return word;
  if (/[^aeiou]ies$/u.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z)es$/u.test(word)) return word.slice(0, -2);
  if (/(?:ss|us|is)$/u.test(word)) return word;
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

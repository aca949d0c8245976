/** Folds text for comparison: case and accents do not count. Keeps no offsets: for short texts such as names and quotes. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

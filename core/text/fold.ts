const ascii = /^[\0-\x7f]*$/;

/** Folds text for comparison: case and accents do not count. Keeps no offsets: for short texts such as names and quotes. */
export function fold(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

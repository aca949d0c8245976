/** Words; letters one by one where a script has no spaces between words. */
export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .match(/[\u3040-\u30ff\p{sc=Han}]|(?:(?![\u3040-\u30ff\p{sc=Han}])[\p{L}\p{N}])+/gu) ?? [];

/** How well two bags of words agree, 0 to 1. */
export function f1(found: readonly string[], wanted: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of found) {
    const count = left.get(word) ?? 0;
    if (count > 0) shared += 1;
    left.set(word, count - 1);
  }
  return found.length + wanted.length === 0 ? 1 : (2 * shared) / (found.length + wanted.length);
}

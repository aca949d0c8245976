// What is no punctuation, symbol, space or control belongs to a word; an apostrophe inside it parts nothing.
const word =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[^\p{P}\p{S}\p{Z}\p{C}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]+(?:['’][^\p{P}\p{S}\p{Z}\p{C}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]+)*/gu;

/** Words of a text as word processors count them: runs of letters and digits, and each Chinese or Japanese character. */
export function countWords(text: string): number {
  const pattern = new RegExp(word);
  let count = 0;
  while (pattern.test(text)) count += 1;
  return count;
}

/** What BCP 47 tag a passage's letters speak for; undefined where they could be one of many. */
export function guessLanguage(passage: string): string | undefined {
  const sample = passage.slice(0, 600);
  return scripts.find(([letters]) => letters.test(sample))?.[1];
}

// Kana before Han, because Japanese has both.
const scripts: readonly (readonly [RegExp, string])[] = [
  [/[\p{sc=Hiragana}\p{sc=Katakana}]/u, 'ja'],
  [/\p{sc=Hangul}/u, 'ko'],
  [/\p{sc=Han}/u, 'zh'],
  [/\p{sc=Thai}/u, 'th'],
  [/\p{sc=Arabic}/u, 'ar'],
  [/\p{sc=Hebrew}/u, 'he'],
  [/\p{sc=Devanagari}/u, 'hi'],
  // One word among Latin ones (αγορά, мир) changes nothing.
  [/^[^\p{sc=Latin}]*(?:\p{sc=Greek}[^\p{sc=Latin}]*){8}/u, 'el'],
  [/^[^\p{sc=Latin}]*(?:\p{sc=Cyrillic}[^\p{sc=Latin}]*){8}/u, 'ru'],
];

/** The language to segment a passage by: the one that its script speaks for, else the document's, if there is such a one. */
export function segmentationLanguage(passage: string, language?: string): string {
  return guessLanguage(passage) ?? knownLanguage(language) ?? 'en';
}

/** A source may name a language that is none. */
function knownLanguage(language?: string): string | undefined {
  if (language === undefined) return undefined;
  try {
    return Intl.Segmenter.supportedLocalesOf(language)[0];
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

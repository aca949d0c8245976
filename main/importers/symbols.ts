// Fonts that draw signs in the place of letters: what their codes mean, as far as texts use them.

const symbol: Readonly<Partial<Record<number, string>>> = {
  ...greek('ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ', 0x41),
  ...greek('αβχδεφγηιϕκλμνοπθρστυϖωξψζ', 0x61),
  ...greek('ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…', 0xa1),
  ...greek('ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑', 0xc0),
  0x22: '∀',
  0x24: '∃',
  0x27: '∋',
  0x2a: '∗',
  0x2d: '−',
  0x40: '≅',
  0x5c: '∴',
  0x5e: '⊥',
  0x7e: '∼',
  0xa0: '€',
  0xf1: '〉',
  0xf2: '∫',
};

const wingdings: Readonly<Partial<Record<number, string>>> = {
  ...greek('✏✂✁👓🕭🕮🕯🕿✆🖂🖃', 0x21),
  0x4a: '☺',
  0x4b: '😐',
  0x4c: '☹',
  0x6c: '●',
  0x6d: '❍',
  0x6e: '■',
  0x6f: '☐',
  0x70: '☐',
  0x71: '❑',
  0x72: '❒',
  0x75: '◆',
  0x76: '❖',
  0x77: '⬥',
  0x78: '☒',
  0x9f: '•',
  0xa7: '▪',
  0xa8: '☐',
  0xab: '★',
  0xd8: '➢',
  0xdf: '←',
  0xe0: '→',
  0xe1: '↑',
  0xe2: '↓',
  0xe8: '➔',
  0xf0: '⇨',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
};

const wingdings2: Readonly<Partial<Record<number, string>>> = {
  0x4f: '✗',
  0x50: '✓',
  0x51: '☒',
  0x52: '☑',
  0x53: '☒',
  0x54: '☒',
  0x96: '•',
  0xa3: '☐',
};

/** The sign that a font of signs draws for a code, which may stand in the private area; null for other fonts and codes. */
export function symbolOf(font: string, code: number): string | null {
  const table = /^wingdings 2/i.test(font)
    ? wingdings2
    : /^(?:wingdings|webdings)/i.test(font)
      ? wingdings
      : /^symbol/i.test(font)
        ? symbol
        : null;
  if (table === null) return null;
  const at = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  return (
    table[at] ?? (table === symbol && at >= 0x20 && at < 0x7f ? String.fromCharCode(at) : null)
  );
}

/** A text in a font that may draw signs; what is of no known meaning and in the private area is a bullet. */
export function inFont(text: string, font: string | null): string {
  if (font === null || !/^(?:wingdings|webdings|symbol)/i.test(font)) return text;
  return Array.from(text)
    .map((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return symbolOf(font, code) ?? (isPrivate(code) ? '▪' : letter);
    })
    .join('');
}

export function isPrivate(code: number): boolean {
  return code >= 0xe000 && code <= 0xf8ff;
}

function greek(signs: string, from: number): Partial<Record<number, string>> {
  return Object.fromEntries(Array.from(signs).map((sign, index) => [from + index, sign]));
}

/** What is used of a font that pdf.js has read. */
export interface PdfFont {
  readonly name?: string;
  readonly differences?: readonly (string | undefined)[];
}

/** What a character that a font gives stands for, where pdf.js does not know the font's own names of its glyphs. */
export function glyphLetters({
  name = '',
  differences = [],
}: PdfFont): ReadonlyMap<string, string> {
  const letters = new Map<string, string>();
  if (/^(?:[A-Z]{6}\+)?(?:itc)?zapfdingbats/i.test(name.replace(/[ -]/g, ''))) {
    for (let code = 0x21; code <= 0xfe; code += 1) {
      const sign = dingbat(code);
      if (sign !== null) letters.set(String.fromCharCode(code), sign);
    }
  }
  // "one.oldstyle", "f_f_i": an unknown name has the character of its code.
  differences.forEach((glyph, code) => {
    const text = glyph === undefined || !/^[a-z]+[._]/i.test(glyph) ? null : lettersOf(glyph);
    if (text !== null) letters.set(String.fromCharCode(code), text);
  });
  return letters;
}

/** ZapfDingbats stands in Unicode in the order of its codes, but for what was there before. */
function dingbat(code: number): string | null {
  const before = elsewhere[code];
  if (before !== undefined) return String.fromCodePoint(before);
  if (code >= 0xac && code <= 0xb5) return String.fromCodePoint(0x2460 + code - 0xac);
  if (code < 0x7f) return String.fromCodePoint(0x2701 + code - 0x21);
  return code < 0xa1 || code === 0xf0 ? null : String.fromCodePoint(0x2761 + code - 0xa1);
}

const elsewhere: Readonly<Record<number, number>> = {
  0x25: 0x260e,
  0x2a: 0x261b,
  0x2b: 0x261e,
  0x48: 0x2605,
  0x6c: 0x25cf,
  0x6e: 0x25a0,
  0x73: 0x25b2,
  0x74: 0x25bc,
  0x75: 0x25c6,
  0x77: 0x25d7,
  0xa8: 0x2663,
  0xa9: 0x2666,
  0xaa: 0x2665,
  0xab: 0x2660,
  0xd5: 0x2192,
  0xd6: 0x2194,
  0xd7: 0x2195,
};

/** The letters of a glyph by its name: parts joined by underscores, a variant after the dot. */
function lettersOf(glyph: string): string | null {
  const parts = (glyph.split('.')[0] ?? '').split('_').map(letterOf);
  return parts.length === 0 || parts.includes(null) ? null : parts.join('');
}

function letterOf(name: string): string | null {
  const known = named[name];
  if (known !== undefined) return known;
  const [, letter = '', accent = ''] = /^([A-Za-z])([a-z]*)$/.exec(name) ?? [];
  if (letter === '' || accent === '') return letter === '' ? null : letter;
  const mark = accents[accent];
  return mark === undefined ? null : (letter + mark).normalize('NFC');
}

const named: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'].map(
      (name, digit) => [name, String(digit)],
    ),
  ),
  ...{ ff: 'ff', fi: 'fi', fl: 'fl', ffi: 'ffi', ffl: 'ffl', germandbls: 'ß', dotlessi: 'ı' },
  ...{ hyphen: '-', endash: '–', emdash: '—', period: '.', comma: ',', colon: ':', semicolon: ';' },
  ...{ parenleft: '(', parenright: ')', bracketleft: '[', bracketright: ']', slash: '/' },
  ...{ question: '?', exclam: '!', ampersand: '&', percent: '%', dollar: '$', Euro: '€' },
  ...{ quoteright: '’', quoteleft: '‘', quotedblleft: '“', quotedblright: '”', space: ' ' },
};

const accents: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circumflex: '\u0302',
  tilde: '\u0303',
  macron: '\u0304',
  breve: '\u0306',
  dotaccent: '\u0307',
  dieresis: '\u0308',
  ring: '\u030a',
  caron: '\u030c',
  cedilla: '\u0327',
  ogonek: '\u0328',
};

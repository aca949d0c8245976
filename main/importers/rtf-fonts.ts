import { decodeAs } from './decode-as.ts';
import { readOldPage } from './old-pages.ts';
import { latin1 } from './signatures.ts';
import { inFont } from './symbols.ts';

const charsets: Readonly<Partial<Record<number, number>>> = {
  77: 10000,
  78: 10001,
  79: 10003,
  80: 10008,
  81: 10002,
  85: 10006,
  88: 10029,
  89: 10007,
  128: 932,
  129: 949,
  130: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  254: 437,
  255: 850,
};
const labels: Readonly<Partial<Record<number, string>>> = {
  708: 'iso-8859-6',
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  10001: 'shift_jis',
  10002: 'big5',
  10003: 'euc-kr',
  10007: 'x-mac-cyrillic',
  10008: 'gb18030',
  20866: 'koi8-r',
  21866: 'koi8-u',
  54936: 'gb18030',
  65001: 'utf-8',
};
const namedPages: Readonly<Partial<Record<string, number>>> = {
  baltic: 1257,
  ce: 1250,
  cyr: 1251,
  greek: 1253,
  tur: 1254,
  hebrew: 1255,
  arabic: 1256,
  vietnamese: 1258,
};

interface Font {
  name: string;
  charset: number | null;
  page: number | null;
}

/** The fonts of an RTF file: in what code page their text is, and which of them draw signs. */
export class RtfFonts {
  /** What `\ansicpg` and its older kin say. */
  page = 1252;
  readonly #fonts = new Map<number, Font>();

  /** Takes what the font table says of a font; what comes in pieces adds up. */
  say(font: number, what: { name?: string; charset?: number; page?: number }): void {
    const known = this.#fonts.get(font) ?? { name: '', charset: null, page: null };
    known.name = (known.name + (what.name ?? '')).slice(0, 200);
    known.charset = what.charset ?? known.charset;
    known.page = what.page ?? known.page;
    this.#fonts.set(font, known);
  }

  /** Bytes as text; where the font draws signs, as those. */
  read(bytes: Uint8Array, font: number): string {
    if (!this.#isSymbols(font)) return this.#decode(bytes, font);
    return this.drawn(latin1(bytes), font);
  }

  /** Characters as the font draws them. */
  drawn(text: string, font: number): string {
    return this.#isSymbols(font) ? inFont(text, this.#nameOf(font)) : text;
  }

  #nameOf(font: number): string {
    return (this.#fonts.get(font)?.name ?? '').replace(/;.*$/s, '').trim();
  }

  /** Signs are drawn for bytes, whatever letters these would be. */
  #isSymbols(font: number): boolean {
    const known = this.#fonts.get(font);
    return known?.charset === 2 || /^(?:symbol|wingdings)/i.test(known?.name.trim() ?? '');
  }

  /** Old fonts say in their name which letters they have: “Arial Cyr”. */
  #named(font: number): number | undefined {
    const word = / \(?([a-z]+)\)?$/i.exec(this.#nameOf(font))?.[1];
    return word === undefined ? undefined : namedPages[word.toLowerCase()];
  }

  #decode(bytes: Uint8Array, font: number): string {
    const page = this.#pageOf(font);
    const old = readOldPage(bytes, page);
    if (old !== null) return old;
    const label = labels[page] ?? regular(page);
    return decodeAs(bytes, label) ?? latin1(bytes);
  }

  #pageOf(font: number): number {
    const known = this.#fonts.get(font);
    if (known?.page != null && known.page > 0) return known.page;
    const charset = known?.charset ?? 1;
    const page = charsets[charset] ?? this.#named(font);
    if (page !== undefined) return page;
    // Fonts of no special charset follow the file, except that Western ones stand beside those of East Asia.
    return charset === 0 && [932, 936, 949, 950].includes(this.page) ? 1252 : this.page;
  }
}

/** Windows and ISO number theirs as they are named. */
function regular(page: number): string {
  if (page >= 28592 && page <= 28606) return `iso-8859-${page - 28590}`;
  return page >= 1250 && page <= 1258 ? `windows-${page}` : 'windows-1252';
}

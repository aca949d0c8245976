import { decodeAs } from './decode-as.ts';
import { declaredCharset } from './html-charset.ts';
import { looksLikeHtml } from './html-start.ts';
import { guessLegacy, readable } from './legacy-encodings.ts';
import { latin1 } from './signatures.ts';
import { utf16WithoutMark } from './utf16.ts';

/** Broken sequences per non-ASCII character up to which a text is still UTF-8, cut or damaged in places. */
const mostDamage = 0.2;
const prescan = 4096;
/** How Japanese begins in the encoding of its mails, whose bytes are all ASCII. */
// eslint-disable-next-line no-control-regex -- the escape is what is looked for
const japanese = /\x1b\$[@B]/;

/**
 * The text of a source: a byte order mark decides, then what an HTML document declares, then whether the bytes are
 * UTF-8, then what they look most like. The mark itself is no text.
 */
export function decode(bytes: Uint8Array, name: string): string {
  const marked = byOrderMark(bytes);
  if (marked !== null) return marked;
  const wide = utf16WithoutMark(bytes);
  if (wide !== null) return wide;

  const head = latin1(bytes.subarray(0, prescan));
  const declared = looksLikeHtml(head, name) ? declaredCharset(head) : null;
  const utf8 = decodeUtf8(bytes);
  if (utf8.ascii && japanese.test(utf8.text)) return readable(bytes, 'iso-2022-jp') ?? utf8.text;
  if (utf8.damage === 0 && (!utf8.ascii || declared === null)) return utf8.text;
  if (declared !== null && !/^utf-?(?:8|16)/.test(declared)) {
    const text = readable(bytes, declared);
    if (text !== null) return text;
  }
  if (utf8.damage <= mostDamage) return utf8.text;
  return guessLegacy(bytes) ?? utf8.text;
}

function byOrderMark(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return decodeUtf8(bytes.subarray(3)).text;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return wide(bytes.subarray(4), 'utf-32le');
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return wide(bytes.subarray(4), 'utf-32be');
  if (a === 0xff && b === 0xfe) return wide(bytes.subarray(2), 'utf-16le');
  if (a === 0xfe && b === 0xff) return wide(bytes.subarray(2), 'utf-16be');
  return null;
}

function wide(bytes: Uint8Array, encoding: string): string {
  return decodeAs(bytes, encoding) ?? '';
}

function decodeUtf8(bytes: Uint8Array): {
  readonly text: string;
  readonly ascii: boolean;
  /** Share of the non-ASCII characters that are broken. */
  readonly damage: number;
} {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let other = 0;
  let broken = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) continue;
    other += 1;
    if (unit === 0xfffd) broken += 1;
  }
  return { text, ascii: other === 0, damage: other === 0 ? 0 : broken / other };
}

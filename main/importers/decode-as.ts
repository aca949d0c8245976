import { latin1 } from './signatures.ts';

// What windows-1252 has where Latin-1 has controls. Some versions of Node read it as Latin-1.
const upper =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** Bytes by the label of an encoding, of the encoding standard or UTF-32; null where the label is unknown. A mark stays. */
export function decodeAs(bytes: Uint8Array, label: string): string | null {
  if (label === 'utf-32le' || label === 'utf-32be') return utf32(bytes, label === 'utf-32le');
  try {
    const decoder = new TextDecoder(label, { ignoreBOM: true });
    // By the standard these two are read alike; not in every Node.
    if (decoder.encoding === 'gbk') return decodeAs(bytes, 'gb18030');
    if (decoder.encoding !== 'windows-1252') return decoder.decode(bytes);
    return latin1(bytes).replace(
      /[\x80-\x9f]/g,
      (unit) => upper[unit.charCodeAt(0) - 0x80] ?? unit,
    );
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function utf32(bytes: Uint8Array, little: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  let part = '';
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const point = view.getUint32(at, little);
    const isCharacter = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
    part += isCharacter ? String.fromCodePoint(point) : '\ufffd';
    if (part.length > 8192) {
      parts.push(part);
      part = '';
    }
  }
  return parts.join('') + part;
}

import { analyse } from 'chardet';
import iconv from 'iconv-lite';

// Labels that the encoding standard gives to a wider encoding than their name says.
const widened: Readonly<Partial<Record<string, string>>> = {
  'iso-8859-1': 'windows-1252',
  'iso8859-1': 'windows-1252',
  latin1: 'windows-1252',
  ascii: 'windows-1252',
  'us-ascii': 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso-8859-11': 'windows-874',
  'tis-620': 'windows-874',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'gb_2312-80': 'gb18030',
  'x-gbk': 'gb18030',
  'x-sjis': 'shift_jis',
  'windows-31j': 'shift_jis',
  'x-euc-jp': 'euc-jp',
  'ks_c_5601-1987': 'euc-kr',
  'big5-hkscs': 'big5',
};

const context = 64 * 1024;

/** What the bytes look most like, among the encodings that explain them; null where none does. */
export function guessLegacy(bytes: Uint8Array): string | null {
  const sample = around(bytes);
  const tried = new Set<string>();
  for (const { name } of [...analyse(sample), { name: 'windows-1252' }]) {
    const label = name.toLowerCase();
    if (tried.has(label) || label.startsWith('utf-')) continue;
    tried.add(label);
    if (readable(sample, label) === null) continue;
    const text = readable(bytes, label);
    if (text !== null) return text;
  }
  return null;
}

/** The bytes read by a label; null where the label is unknown or explains them badly. */
export function readable(bytes: Uint8Array, label: string): string | null {
  const text = decodeBy(bytes, widened[label] ?? label);
  if (text === null) return null;
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  return broken > Math.max(1, text.length * 0.01) ? null : text;
}

function decodeBy(bytes: Uint8Array, encoding: string): string | null {
  if (iconv.encodingExists(encoding)) return iconv.decode(bytes, encoding);
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch (error) {
    // ISO-2022-JP and a few more are known to the decoder alone; unknown labels to neither.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The detector needs bytes that differ from ASCII, and not millions of them. */
function around(bytes: Uint8Array): Uint8Array {
  const first = Math.max(0, bytes.findIndex((byte) => byte >= 0x80) - 256);
  return bytes.subarray(first, first + context);
}

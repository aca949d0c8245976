import { readable } from './legacy-encodings.ts';
import { latin1 } from './signatures.ts';

const declared = /^\s*<\?xml[^>]{0,400}?encoding\s*=\s*["']([\w.:-]{1,40})["']/i;

/** The text of an XML file: a byte order mark decides, then the shape of its first bytes, then what it declares. */
export function decodeXml(bytes: Uint8Array): string {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return decodeBy('utf-8', bytes.subarray(3));
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return decodeBy('utf-16le', bytes);
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return decodeBy('utf-16be', bytes);
  const label = declared.exec(latin1(bytes.subarray(0, 1024)))?.[1]?.toLowerCase();
  if (label !== undefined && !/^utf-?(?:8|16)/.test(label)) {
    const text = readable(bytes, label);
    if (text !== null) return text;
  }
  return decodeBy('utf-8', bytes);
}

function decodeBy(label: string, bytes: Uint8Array): string {
  return new TextDecoder(label).decode(bytes);
}

import { fromBase64 } from './transfer-encoding.ts';

/** The bytes in a `data:` address; null where it is none. */
export function dataBytes(address: string): Uint8Array | null {
  const comma = address.indexOf(',');
  if (comma < 0 || comma > longestType || !/^data:/i.test(address)) return null;
  const bytes = percentDecoded(address, comma + 1);
  return /;\s*base64\s*$/i.test(address.slice(0, comma)) ? fromBase64(bytes) : bytes;
}

/** In UTF-16 units: a type with its parameters. */
const longestType = 1000;

function percentDecoded(text: string, from: number): Uint8Array {
  const bytes = new TextEncoder().encode(text.slice(from));
  if (!bytes.includes(percent)) return bytes;
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const digits =
      bytes[at] === percent ? String.fromCharCode(...bytes.subarray(at + 1, at + 3)) : '';
    const escaped = /^[0-9a-f]{2}$/i.test(digits);
    bytes[length] = escaped ? Number.parseInt(digits, 16) : (bytes[at] ?? 0);
    if (escaped) at += 2;
    length += 1;
  }
  return bytes.subarray(0, length);
}
const percent = 0x25;

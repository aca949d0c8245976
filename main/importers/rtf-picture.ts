import { hexValue } from './rtf-tokens.ts';

/** Hex digits, or bytes as they are. */
export function pictureBytes(parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const bytes = new Uint8Array(length);
  let at = 0;
  let high = -1;
  for (const part of parts) {
    if (
      part.length > 16 &&
      part.subarray(0, 16).some((byte) => hexValue(byte) < 0 && byte !== 0x20)
    ) {
      bytes.set(part, at);
      at += part.length;
      continue;
    }
    for (const byte of part) {
      const value = hexValue(byte);
      if (value < 0) continue;
      if (high < 0) high = value;
      else {
        bytes[at] = high * 16 + value;
        at += 1;
        high = -1;
      }
    }
  }
  return bytes.subarray(0, at);
}

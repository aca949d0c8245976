// The two encodings that carry bytes as ASCII. Both read what they are given to its end, whatever is wrong with it.

const values = base64Values();
const pad = 0x3d;

/** Bytes from Base64: what is none of its characters is passed over, padding ends a unit and not the text. */
export function fromBase64(source: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((source.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let count = 0;
  for (const unit of source) {
    const value = values[unit] ?? -1;
    if (value >= 0) {
      bits = ((bits << 6) | value) & 0xffffff;
      count += 6;
      if (count >= 8) {
        count -= 8;
        bytes[length] = (bits >> count) & 0xff;
        length += 1;
      }
    } else if (unit === pad) {
      count = 0;
    }
  }
  return bytes.subarray(0, length);
}

/** Both alphabets; -1 for every other byte. */
function base64Values(): Int8Array {
  const table = new Int8Array(256).fill(-1);
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  for (let index = 0; index < 64; index += 1) table[alphabet.charCodeAt(index)] = index;
  table[0x2d] = 62;
  table[0x5f] = 63;
  return table;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Bytes from quoted-printable: an escape that is none stays as it is, white space at the end of a line goes. */
export function fromQuotedPrintable(source: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(source.length);
  let length = 0;
  /** Up to here the white space was escaped, so that it is text. */
  let solid = 0;
  for (let at = 0; at < source.length; at += 1) {
    const unit = source[at] ?? 0;
    if (unit === lineFeed) {
      const ended = length > 0 && bytes[length - 1] === carriageReturn;
      let end = ended ? length - 1 : length;
      while (end > solid && isBlank(bytes[end - 1])) end -= 1;
      length = end;
      if (ended) length = put(bytes, length, carriageReturn);
      length = put(bytes, length, lineFeed);
      solid = length;
    } else if (unit === pad) {
      const soft = softBreak(source, at + 1);
      if (soft > 0) {
        at = soft - 1;
        solid = length;
        continue;
      }
      const byte = escaped(source, at + 1);
      if (byte >= 0) at += 2;
      length = put(bytes, length, byte >= 0 ? byte : pad);
      solid = length;
    } else {
      length = put(bytes, length, unit);
    }
  }
  return bytes.subarray(0, length);
}

function put(bytes: Uint8Array, at: number, byte: number): number {
  bytes[at] = byte;
  return at + 1;
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09;
}

/** Where the next line begins, if nothing but white space stands before the end of this one; else 0. */
function softBreak(source: Uint8Array, from: number): number {
  let at = from;
  while (isBlank(source[at])) at += 1;
  if (at >= source.length) return at;
  if (source[at] === carriageReturn) at += 1;
  return source[at] === lineFeed ? at + 1 : 0;
}

function escaped(source: Uint8Array, at: number): number {
  const high = nibble(source[at]);
  const low = nibble(source[at + 1]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

function nibble(unit = 0): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

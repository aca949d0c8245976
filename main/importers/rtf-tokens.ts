/** A piece of an RTF file. `bytes` of text are in whatever code page the text is in. */
export type RtfToken =
  | { readonly kind: 'open' | 'close' }
  | { readonly kind: 'word'; readonly name: string; readonly value: number | null }
  | { readonly kind: 'text'; readonly bytes: Uint8Array }
  | { readonly kind: 'binary'; readonly bytes: Uint8Array };

const [backslash, open, close, quote] = [0x5c, 0x7b, 0x7d, 0x27];
const openToken: RtfToken = { kind: 'open' };
const closeToken: RtfToken = { kind: 'close' };

/** Reads RTF piece by piece, from `start` to `end`. Lengths that the file states never lead beyond it. */
export class RtfTokens {
  constructor(
    private readonly bytes: Uint8Array,
    public at = 0,
    private readonly end = bytes.length,
  ) {}

  next(): RtfToken | null {
    for (;;) {
      if (this.at >= this.end) return null;
      const byte = this.bytes[this.at];
      if (byte === open || byte === close) {
        this.at += 1;
        return byte === open ? openToken : closeToken;
      }
      if (byte === backslash) return this.#control();
      if (byte === 0x0d || byte === 0x0a || byte === 0) {
        this.at += 1;
        continue;
      }
      const start = this.at;
      while (this.at < this.end && isText(this.bytes[this.at])) this.at += 1;
      return { kind: 'text', bytes: this.bytes.subarray(start, this.at) };
    }
  }

  /** To the end of the group that is open, so that its closing brace comes next; where that is. */
  skipGroup(): number {
    let depth = 0;
    for (;;) {
      const before = this.at;
      const token = this.next();
      if (token === null) return this.end;
      if (token.kind === 'open') depth += 1;
      else if (token.kind === 'close') {
        if (depth === 0) {
          this.at = before;
          return before;
        }
        depth -= 1;
      }
    }
  }

  #control(): RtfToken {
    this.at += 1;
    const byte = this.bytes[this.at];
    if (this.at >= this.end || byte === undefined) return { kind: 'word', name: '', value: null };
    if (!isLetter(byte)) {
      this.at += 1;
      if (byte === quote) return { kind: 'text', bytes: this.#hex() };
      if (byte === 0x0d || byte === 0x0a) return { kind: 'word', name: 'par', value: null };
      return { kind: 'word', name: String.fromCharCode(byte), value: null };
    }
    const start = this.at;
    while (this.at < this.end && this.at - start < 40 && isLetter(this.bytes[this.at]))
      this.at += 1;
    const name = String.fromCharCode(...this.bytes.subarray(start, this.at));
    const value = this.#number();
    if (this.bytes[this.at] === 0x20 && this.at < this.end) this.at += 1;
    if (name !== 'bin') return { kind: 'word', name, value };
    const length = Math.min(Math.max(value ?? 0, 0), this.end - this.at);
    this.at += length;
    return { kind: 'binary', bytes: this.bytes.subarray(this.at - length, this.at) };
  }

  #number(): number | null {
    const start = this.at;
    if (this.bytes[this.at] === 0x2d) this.at += 1;
    const first = this.at;
    while (this.at < this.end && this.at - first < 10 && isDigit(this.bytes[this.at])) this.at += 1;
    if (this.at === first) {
      this.at = start;
      return null;
    }
    return Number(String.fromCharCode(...this.bytes.subarray(start, this.at)));
  }

  #hex(): Uint8Array {
    const [high, low] = [hexValue(this.bytes[this.at]), hexValue(this.bytes[this.at + 1])];
    if (high < 0 || low < 0 || this.at + 1 >= this.end) return new Uint8Array();
    this.at += 2;
    return Uint8Array.of(high * 16 + low);
  }
}

export function hexValue(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (isDigit(byte)) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

function isText(byte: number | undefined): boolean {
  return (
    byte !== backslash &&
    byte !== open &&
    byte !== close &&
    byte !== 0x0d &&
    byte !== 0x0a &&
    byte !== 0
  );
}

function isLetter(byte: number | undefined): boolean {
  const lower = (byte ?? 0) | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

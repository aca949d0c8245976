import { deepestMultipart, mostMimeParts } from './limits.ts';
import { readMimeHeaders, type MimeHeaders } from './mime-headers.ts';
import { latin1 } from './signatures.ts';
import { fromBase64, fromQuotedPrintable } from './transfer-encoding.ts';

/** A part of a mail or web archive. */
export interface MimePart {
  readonly headers: MimeHeaders;
  readonly parts: readonly MimePart[];
  /** What follows the headers, still encoded; of a multipart what stands before its first part. */
  readonly raw: Uint8Array;
}

interface OpenPart extends MimePart {
  readonly parts: OpenPart[];
  raw: Uint8Array;
}

export interface MimeMessage {
  readonly root: MimePart;
  /** False where a multipart does not end, or more parts follow than are read. */
  readonly whole: boolean;
}

/** Reads the parts in one pass over the lines; nothing is decoded yet, and a part's bytes are those of the source. */
export function parseMime(bytes: Uint8Array, start = 0): MimeMessage {
  return new MimeReader(bytes, start).read();
}

/** Where the headers begin: some programs write a byte order mark, empty lines or the length before them. */
export function messageStart(bytes: Uint8Array): number {
  const head = latin1(bytes.subarray(0, 1000));
  return /^(?:\xef\xbb\xbf)?\s*(?:\d{1,12}[ \t]*\r?\n)?/.exec(head)?.[0].length ?? 0;
}

class MimeReader {
  /** Multiparts that have not ended, outermost first, and the depth of each by its boundary. */
  private readonly open: { readonly part: OpenPart; readonly boundary: string }[] = [];
  private readonly depths = new Map<string, number>();
  private count = 0;
  private current: { readonly part: OpenPart; readonly start: number } | null = null;

  constructor(
    private readonly bytes: Uint8Array,
    private at: number,
  ) {}

  read(): MimeMessage {
    const root = this.begin();
    while (this.at < this.bytes.length) {
      const found = this.bytes.indexOf(lineFeed, this.at);
      const end = found < 0 ? this.bytes.length : found;
      const delimiter = this.open.length === 0 ? null : this.delimiter(end);
      if (delimiter === null) {
        this.at = end + 1;
      } else {
        this.finish(this.at);
        this.at = Math.min(end + 1, this.bytes.length);
        this.close(delimiter.depth + (delimiter.last ? 0 : 1));
        const parent = this.open.at(-1)?.part;
        if (!delimiter.last && parent !== undefined && this.count < mostMimeParts) {
          parent.parts.push(this.begin());
        }
      }
      if (this.open.length === 0) break;
    }
    const whole = this.open.length === 0 && this.count < mostMimeParts;
    this.finish(this.bytes.length);
    return { root, whole };
  }

  private begin(): OpenPart {
    this.count += 1;
    const { headers, end } = readMimeHeaders(this.bytes, this.at);
    this.at = end;
    const part: OpenPart = { headers, parts: [], raw: nothing };
    this.current = { part, start: end };
    const boundary = headers.type.startsWith('multipart/')
      ? (headers.parameters.get('boundary') ?? '').trimEnd()
      : '';
    const opens = boundary !== '' && this.open.length < deepestMultipart;
    if (opens && !this.depths.has(boundary)) {
      this.depths.set(boundary, this.open.length);
      this.open.push({ part, boundary });
    }
    return part;
  }

  /** What the line that ends at `end` delimits; null where it is a line like any other. */
  private delimiter(end: number): { readonly depth: number; readonly last: boolean } | null {
    const { bytes, at } = this;
    if (bytes[at] !== dash || bytes[at + 1] !== dash || end - at > longestDelimiter) return null;
    const name = latin1(bytes.subarray(at + 2, end)).trimEnd();
    const depth = this.depths.get(name);
    if (depth !== undefined) return { depth, last: false };
    const ended = name.endsWith('--') ? this.depths.get(name.slice(0, -2)) : undefined;
    return ended === undefined ? null : { depth: ended, last: true };
  }

  /** The line end before a delimiter belongs to it. */
  private finish(at: number): void {
    if (this.current === null) return;
    const { part, start } = this.current;
    let end = at;
    if (end < this.bytes.length || this.open.length > 0) {
      if (end > start && this.bytes[end - 1] === lineFeed) end -= 1;
      if (end > start && this.bytes[end - 1] === carriageReturn) end -= 1;
    }
    part.raw = this.bytes.subarray(start, Math.max(start, end));
    this.current = null;
  }

  private close(depth: number): void {
    for (const { boundary } of this.open.splice(depth)) this.depths.delete(boundary);
  }
}

const nothing = new Uint8Array();
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const dash = 0x2d;
/** In bytes; the standard allows 70 for the boundary itself. */
const longestDelimiter = 1000;

/** The bytes that a part carries. */
export function mimeBody({ headers, raw }: MimePart): Uint8Array {
  const encoding = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase();
  if (encoding.includes('base64')) return fromBase64(raw);
  return encoding.includes('quoted-printable') ? fromQuotedPrintable(raw) : raw;
}

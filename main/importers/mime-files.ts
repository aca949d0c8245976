import { decode } from './decode.ts';
import { readable } from './legacy-encodings.ts';
import { mimeBody, type MimePart } from './mime.ts';
import type { PageFiles } from './web-pictures.ts';

/** All parts that hold no others, in order. */
export function mimeLeaves(root: MimePart): MimePart[] {
  return root.parts.length === 0 ? [root] : root.parts.flatMap(mimeLeaves);
}

/** What a part says, in the encoding that it names, else the one that it seems to have. */
export function mimeText(part: MimePart): string {
  const bytes = mimeBody(part);
  const html = part.headers.type.includes('html');
  const charset = part.headers.parameters.get('charset')?.trim().toLowerCase() ?? '';
  const named = charset === '' || /^utf-?(?:8|16)|^us-ascii$|^unicode$/.test(charset);
  return (named ? null : readable(bytes, charset)) ?? decode(bytes, html ? 'a.html' : 'a.txt');
}

/** Finds the parts that a page names by Content-ID or Content-Location. */
export class MimeFiles {
  private readonly byAddress = new Map<string, MimePart>();
  private readonly keys = new Map<MimePart, string>();
  /** Parts that a page has shown. */
  readonly used = new Set<MimePart>();

  constructor(
    parts: readonly MimePart[],
    /** What relative addresses are relative to. */
    private readonly base: string | null,
  ) {
    for (const [index, part] of parts.entries()) {
      this.keys.set(part, `part:${index}`);
      const id = part.headers.get('content-id')?.replace(/^<|>$/g, '');
      if (id !== undefined) this.put(`cid:${id}`, part);
      const location = part.headers.get('content-location');
      if (location !== null) {
        this.put(location, part);
        this.put(this.resolved(location), part);
      }
    }
  }

  readonly files: PageFiles = (address) => {
    const part = this.find(address);
    const key = part === null ? undefined : this.keys.get(part);
    if (part === null || key === undefined || part.headers.type.startsWith('text/')) return null;
    this.used.add(part);
    return { key, bytes: () => mimeBody(part) };
  };

  find(address: string): MimePart | null {
    const direct = this.byAddress.get(address);
    if (direct !== undefined) return direct;
    if (/^cid:/i.test(address)) {
      return this.byAddress.get(`cid:${unescaped(address.slice(4))}`) ?? null;
    }
    return this.byAddress.get(this.resolved(address)) ?? null;
  }

  private put(address: string, part: MimePart): void {
    if (!this.byAddress.has(address)) this.byAddress.set(address, part);
  }

  private resolved(address: string): string {
    const { base } = this;
    if (base === null) return URL.canParse(address) ? new URL(address).href : address;
    return URL.canParse(address, base) ? new URL(address, base).href : address;
  }
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A percent sign that begins no escape.
  }
}

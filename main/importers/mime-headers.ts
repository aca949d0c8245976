import { decodeWords } from 'postal-mime';
import { readable } from './legacy-encodings.ts';
import { mostHeaderBytes } from './limits.ts';

/** The head of a mail or of one of its parts. Names are in lower case. */
export interface MimeHeaders {
  /** The first value of that name, on one line, as it stands; null where there is none. */
  readonly get: (name: string) => string | null;
  /** The first value with its encoded words read, for people; null where there is nothing in it. */
  readonly words: (name: string) => string | null;
  /** In lower case, as in `text/html`; `text/plain` where the part does not say. */
  readonly type: string;
  /** Of the Content-Type, by name. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** Reads header lines from `start` on; `end` is where the body begins. */
export function readMimeHeaders(
  bytes: Uint8Array,
  start: number,
): { readonly headers: MimeHeaders; readonly end: number } {
  const lines: string[] = [];
  let at = start;
  for (;;) {
    const found = bytes.indexOf(0x0a, at);
    const end = found < 0 ? bytes.length : found;
    const line = bytes.subarray(at, bytes[end - 1] === 0x0d ? end - 1 : end);
    const next = Math.min(end + 1, bytes.length);
    if (at >= bytes.length || line.length === 0) return { headers: headersOf(lines), end: next };
    if (next - start > mostHeaderBytes) return { headers: headersOf(lines), end: at };
    const text = headerText(line);
    if (!isHeaderLine(text, lines.length === 0)) return { headers: headersOf(lines), end: at };
    lines.push(text);
    at = next;
  }
}

/** Mailboxes put a line of their own before the first header. */
function isHeaderLine(line: string, first: boolean): boolean {
  return /^(?:[ \t]|[^\s:]+[ \t]*:)/.test(line) || (first && /^>?From /.test(line));
}

/** Header lines are ASCII; where they are not, they are UTF-8 or what was usual before. */
function headerText(line: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(line);
  return text.includes('\ufffd') ? (readable(line, 'windows-1252') ?? text) : text;
}

function headersOf(lines: readonly string[]): MimeHeaders {
  const values = new Map<string, string[]>();
  let last: string[] = [];
  for (const line of lines) {
    if (/^[ \t]/.test(line)) {
      last.push(line.trim());
      continue;
    }
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trimEnd().toLowerCase();
    last = [line.slice(colon + 1).trim()];
    if (!values.has(name)) values.set(name, last);
  }
  const get = (name: string): string | null => {
    const value = values.get(name)?.join(' ').trim();
    return value === undefined || value === '' ? null : value;
  };
  const contentType = (get('content-type') ?? 'text/plain').slice(0, longestStructured);
  return {
    get,
    words: (name) => wordsOf(get(name)),
    type: (/^[^\s;(]*/.exec(contentType)?.[0] ?? '').toLowerCase(),
    parameters: parametersOf(contentType),
  };
}

function wordsOf(value: string | null): string | null {
  if (value === null) return null;
  const words = decodeWords(value.slice(0, longestStructured)).replace(/\s+/g, ' ').trim();
  return words === '' ? null : words;
}

/** In UTF-16 units: longer values are read so far. */
const longestStructured = 20_000;

const parameter = /;\s*([^\s=;]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))/g;

/** A parameter in several pieces, `name*0` and so on, is one. */
function parametersOf(value: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (const [, key = '', quoted, plain = ''] of value.matchAll(parameter)) {
    const name = key.toLowerCase().replace(/\*.*$/, '');
    const text = quoted === undefined ? plain.trim() : quoted.replace(/\\(.)/g, '$1');
    const continued = /\*[1-9]\d*\*?$/.test(key);
    if (continued) parameters.set(name, (parameters.get(name) ?? '') + text);
    else if (!parameters.has(name)) parameters.set(name, text);
  }
  return parameters;
}

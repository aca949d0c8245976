import { linkTarget } from './links.ts';
import type { LinkTo } from './line-writer.ts';

/** The anchor of a bookmark, in the formats of word processors. */
export function bookmarkAnchor(name: string): string {
  return `bookmark:${name}`;
}

/** Where an address of the source leads; a place in the same text is a jump to a bookmark. */
export function linkTo(address: string | null, bookmark: string | null): LinkTo | null {
  const href = linkTarget(address, null);
  if (href?.startsWith('#') === true) return { jump: bookmarkAnchor(href.slice(1)) };
  if (href !== null) return { href };
  return address === null && bookmark !== null && bookmark !== ''
    ? { jump: bookmarkAnchor(bookmark) }
    : null;
}

/** Where the result of a field leads, by its instruction; most fields lead nowhere. */
export function fieldLink(instruction: string): LinkTo | null {
  const words = instruction.slice(0, 8000).match(/"(?:[^"\\]|\\.)*"|\S+/g) ?? [];
  const [name = '', ...rest] = words;
  const values = rest.map((word) =>
    word.startsWith('"') ? word.slice(1, -1).replace(/\\(.)/g, '$1') : word,
  );
  const after = (flag: string): string | null => values[values.indexOf(flag) + 1] ?? null;
  switch (name.toUpperCase()) {
    case 'HYPERLINK': {
      const bookmark = values.includes('\\l') ? after('\\l') : null;
      const [first] = values;
      return linkTo(first === undefined || first.startsWith('\\') ? null : first, bookmark);
    }
    case 'REF':
    case 'PAGEREF':
    case 'NOTEREF':
      return values.includes('\\h') ? linkTo(null, values[0] ?? null) : null;
    default:
      return null;
  }
}

import { tagSeparator } from '../text/tag-path.ts';

/** A `#tag` in a note: where it stands, in UTF-16 units, and the path that it names. */
export interface NoteTag {
  readonly start: number;
  readonly end: number;
  readonly path: string;
}

// After a space or an opening sign, never within a word or an address; a mark of a letter counts as part of it.
const tag =
  /(?<=^|[\s([{«„“‘"'—–])#(?<path>[\p{L}\p{M}\p{N}_-]+(?:\/[\p{L}\p{M}\p{N}_-]+)*)/gu;
const longestName = 120;

/**
 * The tags that a note in Markdown names. What stands in code, in a link, in an address or after a backslash names none,
 * and neither does a number alone, as in "see #3".
 */
export function noteTags(note: string): readonly NoteTag[] {
  if (!note.includes('#')) return [];
  const text = withoutCodeAndLinks(note);
  return [...text.matchAll(tag)].flatMap((found) => {
    const path = (found.groups?.['path'] ?? '').replace(/[-_]+$/u, '');
    const parts = path.split(tagSeparator);
    const named = parts.every((part) => part !== '' && part.length <= longestName);
    if (!named || !/\p{L}/u.test(path)) return [];
    return { start: found.index, end: found.index + 1 + path.length, path };
  });
}

const hidden: readonly RegExp[] = [
  // Fenced code to its closing fence, or to the end.
  /^ {0,3}(?<fence>`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\k<fence>[`~]*[ \t]*$|$(?![\s\S]))/gmu,
  // Code indented by four after an empty line or at the start.
  /(?:^|\n[ \t]*\n)(?:(?: {4}|\t)[^\n]*(?:\n|$))+/gu,
  /(?<!`)(?<ticks>`+)(?!`)[\s\S]*?(?<!`)\k<ticks>(?!`)/gu,
  // Links and images with their words, by address or by reference; automatic links; HTML.
  /!?\[(?:[^\][\\]|\\.|\[[^\][]*\])*\](?:\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+[^)]*)?\)|\[[^\]]*\])/gu,
  /<[^<>\n]*>/gu,
  /\b[a-z][a-z\d+.-]*:\/\/\S+/giu,
];

/** The same length, with blanks of no meaning where no tag can stand. */
function withoutCodeAndLinks(note: string): string {
  return hidden.reduce(
    (text, pattern) => text.replaceAll(pattern, (part) => part.replace(/[^\n]/g, '.')),
    note,
  );
}

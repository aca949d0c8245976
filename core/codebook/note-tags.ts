import { tagSeparator } from '../text/tag-path.ts';
import { hiddenInMarkdown } from './hidden-in-markdown.ts';

/** A `#tag` in a note: where it stands, in UTF-16 units, and the path that it names. */
export interface NoteTag {
  readonly start: number;
  readonly end: number;
  readonly path: string;
}

// After a space or an opening sign, never within a word; a mark on a letter counts as part of it.
const tag = /(?<=^|[\s([{«„“‘"'—–])#(?<path>[\p{L}\p{M}\p{N}_-]+(?:\/[\p{L}\p{M}\p{N}_-]+)*)/gu;
const longestName = 120;

/**
 * The tags that a note in Markdown names. What stands in code, in a link, in an address or after a backslash names none,
 * and neither does a number alone, as in "see #3".
 */
export function noteTags(note: string): readonly NoteTag[] {
  if (!note.includes('#')) return [];
  const hidden = hiddenInMarkdown(note);
  return [...note.matchAll(tag)].flatMap((found) => {
    if (hidden[found.index] === 1) return [];
    const path = (found.groups?.['path'] ?? '').replace(/[-_]+$/u, '');
    const parts = path.split(tagSeparator);
    const named = parts.every((part) => part !== '' && part.length <= longestName);
    if (!named || !/\p{L}/u.test(path)) return [];
    return { start: found.index, end: found.index + 1 + path.length, path };
  });
}

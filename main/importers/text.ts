import { noDetails } from '../../core/model/document.ts';
import type { DraftBlock } from '../../core/text/draft.ts';
import type { ImportedDraft, Source } from './imported-draft.ts';
import {
  fullLines,
  isFull,
  isItem,
  isListOrTable,
  joinLines,
  lineGroups,
  wrapWidth,
  type LineGroup,
} from './text-lines.ts';
import { titleFromName } from './title.ts';

/**
 * Plain text: blank lines part paragraphs; where there are hardly any, each line is one. Lines that a program wrapped are
 * joined, lines that somebody set are kept.
 */
export function importText(source: Source): ImportedDraft {
  const { name } = source;
  const groups = lineGroups(source.text());
  const width = wrapWidth(groups);
  const linesArePlain = hardlyParted(groups) && width === null;
  const heading = titleLine(groups);
  const rest = heading === null ? groups : groups.slice(1);
  const paragraphs = rest.flatMap((group) =>
    linesArePlain ? group.map((line) => line.trim()) : paragraphsOf(group, width),
  );
  const blocks = paragraphs.map((text): DraftBlock => ({
    kind: 'paragraph',
    text,
    inlines: [],
    quote: 0,
    list: null,
  }));
  if (heading === null) return { title: titleFromName(name), details: noDetails, blocks };
  const first: DraftBlock = {
    kind: 'heading',
    level: 1,
    text: heading,
    inlines: [],
    quote: 0,
    list: null,
  };
  return { title: heading, details: noDetails, blocks: [first, ...blocks] };
}

/** Long lines in few groups: each line is a paragraph that its editor wraps. */
function hardlyParted(groups: readonly LineGroup[]): boolean {
  const lines = groups.reduce((sum, group) => sum + group.length, 0);
  if (lines < 2 || lines < groups.length * 4) return false;
  const long = groups.flat().filter((line) => line.length > proseLine).length;
  return long * 4 >= lines || groups.length === 1;
}
/** Verse and set lines are rarely longer, in UTF-16 units. */
const proseLine = 90;

/** The paragraphs of lines that no empty line parts; `width` is that of the text around. */
export function paragraphsOf(group: LineGroup, width: number | null): string[] {
  const wrapped =
    width !== null && !isListOrTable(group) && fullLines(group, width) * 2 >= group.length - 1;
  if (wrapped) return unwrap(group, width);
  // Lines much longer than any set line are paragraphs even without a blank line.
  if (group.length > 1 && group.every((line) => line.length > proseLine)) {
    return group.map((line) => line.trim());
  }
  return [keepLines(group)];
}

/** Joins wrapped lines; an indented line, an item, or the line after one that ends early begins a new paragraph. */
function unwrap(group: LineGroup, width: number): string[] {
  const paragraphs: string[][] = [];
  group.forEach((line, index) => {
    const previous = group[index - 1];
    const begins =
      previous === undefined ||
      (indent(line) > indent(previous) && index > 1) ||
      isItem(line) ||
      (!isFull(previous, line, width) && /[.!?…:”"’»。！？]$/.test(previous));
    if (begins) paragraphs.push([line]);
    else paragraphs.at(-1)?.push(line);
  });
  return paragraphs.map(joinLines);
}

/** Keeps lines as they were set, without the indent that all of them share. */
function keepLines(group: LineGroup): string {
  const shared = group.reduce((least, line) => Math.min(least, indent(line)), Infinity);
  return group.map((line) => line.slice(shared)).join('\n');
}

function indent(line: string): number {
  return line.length - line.trimStart().length;
}

/**
 * A short first line on its own that reads like a title and has running text below it. Anything in doubt stays a
 * paragraph: a title is easier to give than to take away.
 */
function titleLine(groups: readonly LineGroup[]): string | null {
  const [first = [], ...others] = groups;
  const running = others
    .slice(0, 3)
    .some((group) => group.join(' ').length > 120 || group.length > 2);
  return running ? likeTitle(first) : null;
}

/** The one line of a group, if it reads like a title. */
export function likeTitle(group: LineGroup): string | null {
  const line = group.length === 1 ? group[0]?.trim() : undefined;
  if (line === undefined || line.length > 80 || isItem(line)) return null;
  if (!/^[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(line) || /[.,;:…。、，：；]$/.test(line)) return null;
  return /\p{L}/u.test(line) ? line : null;
}

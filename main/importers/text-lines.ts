/** A run of lines with no blank line between them. Lines carry no white space at their end. */
export type LineGroup = readonly string[];

// CR LF and its like are one end; NEL, the Unicode separators, form feed and vertical tab end a line too.
const lineEnd = /\r\n|[\n\r\u0085\u2028\u2029\f\v]/;

export function lineGroups(text: string): LineGroup[] {
  const groups: string[][] = [];
  let group: string[] = [];
  for (const line of text.split(lineEnd)) {
    const trimmed = line.trimEnd();
    if (trimmed !== '') {
      group.push(trimmed);
    } else if (group.length > 0) {
      groups.push(group);
      group = [];
    }
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

const narrowest = 45;
const widest = 130;

/**
 * The width at which the text was wrapped by hand or by a program, in UTF-16 units; null if it was not. Wrapped lines
 * end where the next word would not have fitted, and nearly all of them do so.
 */
export function wrapWidth(groups: readonly LineGroup[]): number | null {
  const lengths = groups.flatMap((group) => group.slice(0, -1).map((line) => line.length));
  if (lengths.length === 0) return null;
  lengths.sort((a, b) => a - b);
  const width = lengths[Math.floor((lengths.length - 1) * 0.95)] ?? 0;
  if (width < narrowest || width > widest) return null;
  let pairs = 0;
  let full = 0;
  for (const group of groups) {
    if (isListOrTable(group)) continue;
    pairs += group.length - 1;
    full += fullLines(group, width);
  }
  return pairs > 0 && full >= pairs * 0.7 ? width : null;
}

/** How many lines of the group have no room for the first word of the next one. */
export function fullLines(group: LineGroup, width: number): number {
  return group.filter((line, index) => {
    const next = group[index + 1];
    return next !== undefined && isFull(line, next, width);
  }).length;
}

export function isFull(line: string, next: string, width: number): boolean {
  return line.length + 1 + firstWord(next).length > width;
}

const item = /^\s*(?:[-*•‣–—+]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+\S/i;
const columns = /\S(?:\t+| {3,})\S/;

export function isItem(line: string): boolean {
  return item.test(line);
}

/** Lines that stand alone by their nature: items with marks, or columns set with spaces. */
export function isListOrTable(group: LineGroup): boolean {
  const items = group.filter(isItem).length;
  const rows = group.filter((line) => columns.test(line)).length;
  return group.length > 1 && Math.max(items, rows) * 2 >= group.length;
}

/** Joins wrapped lines: by a space, or by nothing after a hyphen and between characters of scripts without spaces. */
export function joinLines(lines: readonly string[]): string {
  let last = '';
  const parts = lines.map((whole) => {
    const line = whole.trim();
    const gap = last === '' || glues(last, line) ? '' : ' ';
    last = line || last;
    return gap + line;
  });
  return parts.join('');
}

function glues(text: string, next: string): boolean {
  if (/[\p{L}\p{N}][-\u2010\u00ad]$/u.test(text)) return /^\p{L}/u.test(next);
  return noSpaces.test(text.slice(-1)) && noSpaces.test(next.slice(0, 1));
}
const noSpaces = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff9f]/;

/** In scripts without spaces a line may be cut after any character. */
function firstWord(line: string): string {
  const word = /^\s*(\S+)/.exec(line)?.[1] ?? '';
  return noSpaces.test(word) ? word.slice(0, 1) : word;
}

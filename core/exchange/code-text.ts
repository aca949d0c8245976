import type { CodebookEntry } from '../codebook/codebook-entry.ts';
import { exportMessages } from '../messages/en/exports.ts';
import type { Tag } from '../model/tag.ts';

// REFI-QDA has one text for a code. What else a tag says stands in it under lines of their own, for a person to read
// and for the next import to tell apart. A line of the reader's that looks like one gets a backslash in front.

const { whenToUse, whenNot, aliases } = exportMessages.codeParts;
const parts: readonly string[] = [whenToUse, whenNot, aliases];

export function codeText(tag: Tag): string {
  const sections = [
    escaped(tag.description),
    section(whenToUse, tag.whenToUse ?? ''),
    section(whenNot, tag.whenNot ?? ''),
    section(aliases, (tag.aliases ?? []).join('\n')),
  ];
  return sections.filter((each) => each !== '').join('\n');
}

function section(title: string, text: string): string {
  return text === '' ? '' : `${title}\n${escaped(text)}`;
}

export function rulesIn(
  text: string,
): Pick<CodebookEntry, 'description' | 'whenToUse' | 'whenNot' | 'aliases'> {
  const found = new Map<string, string[]>([['', []]]);
  let title = '';
  for (const line of text === '' ? [] : text.split('\n')) {
    if (parts.includes(line)) {
      title = line;
      found.set(title, []);
    } else found.get(title)?.push(isMarked(line) ? line.slice(1) : line);
  }
  const of = (name: string): string => (found.get(name) ?? []).join('\n');
  return {
    description: of(''),
    whenToUse: of(whenToUse),
    whenNot: of(whenNot),
    aliases: (found.get(aliases) ?? []).filter((line) => line.trim() !== ''),
  };
}

function escaped(text: string): string {
  return text
    .split('\n')
    .map((line) => (parts.includes(line) || isMarked(line) ? `\\${line}` : line))
    .join('\n');
}

const isMarked = (line: string): boolean =>
  /^\\/.test(line) && parts.includes(line.replace(/^\\+/, ''));

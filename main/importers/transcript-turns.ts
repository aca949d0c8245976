import { isFull, lineGroups, wrapWidth, type LineGroup } from './text-lines.ts';

/** The beginning of what somebody says: "Anna: …", "[00:01:12] Anna: …", or "Anna  0:12" on a line of its own. */
export interface TurnHead {
  readonly speaker: string;
  /** In seconds from the start of the recording. */
  readonly seconds: number | null;
  /** What follows on the line. */
  readonly text: string;
}

const stamp = String.raw`[[(<{#]?\s*((?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?)(?:\s*-{1,2}>?\s*(?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?)?\s*[\])>}#]?`;
const name = String.raw`(\*{0,2}[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}\p{N}.'’_()/&-]*(?: [\p{L}\p{M}\p{N}.'’_()/&#-]+){0,4}\*{0,2})`;
const heads: readonly { readonly form: RegExp; readonly timed: 'before' | 'after' | 'none' }[] = [
  // [00:01:12] Anna: text
  {
    form: new RegExp(String.raw`^\s*${stamp}[\s–—-]*${name}\s*:(?:\s+|$)(.*)$`, 'u'),
    timed: 'before',
  },
  // Anna [00:01:12]: text, and the same on a line of its own
  {
    form: new RegExp(String.raw`^\s*${name}[\s,–—-]+${stamp}\s*:?(?:\s+|$)(.*)$`, 'u'),
    timed: 'after',
  },
  // 00:01:12 Anna, on a line of its own
  { form: new RegExp(String.raw`^\s*${stamp}[\s–—-]+${name}$()`, 'u'), timed: 'before' },
  // Anna: text
  { form: new RegExp(String.raw`^\s*${name}\s*:(?:\s+|$)(.*)$`, 'u'), timed: 'none' },
];
/** In UTF-16 units: a head stands at the start of a line. */
const longestHead = 120;
const longestName = 40;
/** Names of things that programs write before a colon, again and again. */
const noSpeakers =
  /^(?:info|warn|warning|error|debug|trace|fatal|notice|note|figure|fig|table|step|chapter|section|example|http|https|todo|fixme|from|to|cc|bcc|subject|date)$/i;

export function turnHead(line: string): TurnHead | null {
  if (!line.includes(':')) return null;
  const start = line.slice(0, longestHead);
  for (const { form, timed } of heads) {
    const match = form.exec(start);
    if (match === null) continue;
    const [time, speaker] = timed === 'after' ? [match[2], match[1]] : [match[1], match[2]];
    const said = timed === 'none' ? match[1] : speaker;
    const text = (timed === 'none' ? match[2] : match[3]) ?? '';
    const plain = (said ?? '').replace(/\*/g, '').trim();
    if (plain.length > longestName || noSpeakers.test(plain)) return null;
    return {
      speaker: plain,
      seconds: timed === 'none' ? null : seconds(time),
      text: (text + line.slice(longestHead)).replace(/^\*{2}\s*/, '').trim(),
    };
  }
  return null;
}

/** A time alone on its line belongs to what comes next. */
export function loneTime(line: string): number | null {
  const match = lone.exec(line);
  return match === null ? null : seconds(match[1]);
}
const lone = new RegExp(String.raw`^\s*${stamp}\s*$`);

function seconds(text = ''): number {
  return text
    .replace(',', '.')
    .split(':')
    .reduce((sum, part) => sum * 60 + Number(part), 0);
}

const fewestTurns = 4;
const mostSpeakers = 12;
const enough = 0.6;
/** In UTF-16 units on average: people say more than a form holds. */
const shortestTurn = 12;
const sample = 4000;

/**
 * Whether most of a text is what few people say in turn. In doubt it is not: a text that is read as it stands loses
 * nothing.
 */
export function isTranscript(text: string): boolean {
  const groups = lineGroups(text.slice(0, 400_000)).slice(0, sample);
  const width = turnWidth(groups);
  const turns = new Map<string, number>();
  let count = 0;
  let units = 0;
  let opened = 0;
  let length = 0;
  let sentences = 0;
  for (const group of groups) {
    let first = true;
    group.forEach((line, index) => {
      const previous = group[index - 1];
      if (loneTime(line) !== null) return;
      const head = turnHead(line);
      if (first && head !== null) opened += 1;
      first = false;
      const continues = width !== null && previous !== undefined && isFull(previous, line, width);
      if (head === null) {
        const follows = previous !== undefined && turnHead(previous)?.text === '';
        length += line.length;
        if (/[.!?…。！？]["”’»)]?$/.test(line)) sentences += 1;
        if (!continues && !follows) units += 1;
        return;
      }
      units += 1;
      count += 1;
      length += head.text.length;
      if (/[.!?…。！？]["”’»)]?$/.test(line)) sentences += 1;
      turns.set(head.speaker, (turns.get(head.speaker) ?? 0) + 1);
    });
  }
  const again = [...turns.values()].filter((times) => times > 1).length;
  return (
    count >= fewestTurns &&
    again >= 2 &&
    turns.size <= mostSpeakers &&
    turns.size * 2 <= count &&
    (count >= units * enough || opened >= groups.length * enough) &&
    length >= count * shortestTurn &&
    sentences * 3 >= count
  );
}

/** The width that lines are wrapped at, among those that one turn has. */
export function turnWidth(groups: readonly LineGroup[]): number | null {
  const turns: string[][] = [];
  for (const group of groups) {
    let open: string[] = [];
    for (const line of group) {
      if (turnHead(line) !== null || loneTime(line) !== null) {
        turns.push(open);
        open = [];
      }
      open.push(line);
    }
    turns.push(open);
  }
  return wrapWidth(turns.filter((turn) => turn.length > 0));
}

import { CueMarkup, type CuePiece } from './cue-text.ts';
import type { SubtitleCue } from './cues.ts';

/** A line of a cue by one voice, its tags read. */
export interface CueLine {
  readonly pieces: readonly CuePiece[];
  readonly start: number;
  readonly end: number;
  readonly speaker: string | null;
  /** The speaker's name stands in the text, over so many UTF-16 units from its start. */
  readonly named: number;
  /** Says itself that somebody begins to speak: by a name or a dash. */
  readonly begins: boolean;
}

/** The lines of all cues in order, what a rolling display repeats left out. */
export function cueLines(cues: readonly SubtitleCue[]): CueLine[] {
  const names = knownNames(cues);
  const shown = isRolling(cues) ? withoutRepeats(cues) : cues;
  const lines = shown.flatMap((cue) => linesOf(cue, names));
  const named = lines.filter((line) => line.named > 0).length;
  return named >= lines.length * turns ? carried(lines) : lines;
}

/** Share of lines with a name from which on names begin turns; where they are rarer, somebody is not seen. */
const turns = 0.1;

function carried(lines: readonly CueLine[]): CueLine[] {
  let speaker: string | null = null;
  return lines.map((line) => {
    speaker = line.begins ? line.speaker : (line.speaker ?? speaker);
    return { ...line, speaker };
  });
}

function linesOf(cue: SubtitleCue, names: ReadonlySet<string>): CueLine[] {
  const markup = new CueMarkup();
  const lines: CueLine[] = [];
  const times = { start: cue.start, end: Math.max(cue.start, cue.end) };
  const dashed = cue.lines.filter((line) => dash.test(plain(line))).length > 1;
  for (const line of cue.lines) {
    for (const pieces of byVoice(markup.read(line))) {
      const text = pieces.map((piece) => piece.text).join('');
      const found = name.exec(text);
      const named = found !== null && isName(found[1] ?? '', names) ? found[1] : undefined;
      const voice = pieces[0]?.voice ?? cue.speaker;
      lines.push({
        pieces,
        ...times,
        speaker: named ?? voice,
        named: named === undefined ? 0 : named.length,
        begins: named !== undefined || (dashed && dash.test(text)),
      });
    }
  }
  return lines;
}

function byVoice(pieces: readonly CuePiece[]): CuePiece[][] {
  const groups: CuePiece[][] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    if (last === undefined || last[0]?.voice !== piece.voice) groups.push([piece]);
    else last.push(piece);
  }
  return groups.filter((group) => group.some(({ text }) => /\S/.test(text)));
}

const dash = /^\s*[-–—‐]\s*\S/;
const name = /^([\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}\p{N}.'’_() -]{0,38}):(?=\s)/u;

function plain(line: string): string {
  return new CueMarkup()
    .read(line)
    .map(({ text }) => text)
    .join('');
}

/** Names in capitals are the custom of subtitles; others must come again. */
function isName(found: string, names: ReadonlySet<string>): boolean {
  return names.has(found) || (found === found.toUpperCase() && /\p{Lu}{2}/u.test(found));
}

function knownNames(cues: readonly SubtitleCue[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const cue of cues) {
    for (const line of cue.lines) {
      const found = line.includes(':') ? name.exec(plain(line))?.[1] : undefined;
      if (found !== undefined) counts.set(found, (counts.get(found) ?? 0) + 1);
    }
  }
  return new Set(
    [...counts].filter(([found, count]) => count > 1 && words(found) < 4).map(([found]) => found),
  );
}

function words(text: string): number {
  return text.split(' ').length;
}

/** Cues that follow each other within this many seconds may repeat a line that is still on the screen. */
const still = 0.5;
/** Share of cues that do so in captions that roll; elsewhere somebody says the same again. */
const rolling = 0.3;

function isRolling(cues: readonly SubtitleCue[]): boolean {
  let repeats = 0;
  let pairs = 0;
  forPairs(cues, (before, cue) => {
    pairs += 1;
    if (repeatedLines(before, cue) > 0) repeats += 1;
  });
  return repeats > 2 && repeats >= pairs * rolling;
}

function withoutRepeats(cues: readonly SubtitleCue[]): SubtitleCue[] {
  const kept = cues.slice(0, 1);
  forPairs(cues, (before, cue) => {
    kept.push({ ...cue, lines: cue.lines.slice(repeatedLines(before, cue)) });
  });
  return kept;
}

function forPairs(
  cues: readonly SubtitleCue[],
  visit: (before: SubtitleCue, cue: SubtitleCue) => void,
): void {
  cues.forEach((cue, index) => {
    const before = cues[index - 1];
    if (before !== undefined) visit(before, cue);
  });
}

/** How many lines a cue begins with are those that the cue before ended with. */
function repeatedLines(before: SubtitleCue, cue: SubtitleCue): number {
  if (cue.start > before.end + still) return 0;
  const shown = before.lines.map(plain);
  const next = cue.lines.map(plain);
  for (let count = Math.min(shown.length, next.length, 8); count > 0; count -= 1) {
    const from = shown.length - count;
    if (next.slice(0, count).every((line, index) => line === shown[from + index])) return count;
  }
  return 0;
}

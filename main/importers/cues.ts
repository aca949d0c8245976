/** What is shown from one time to another, in seconds. */
export interface SubtitleCue {
  readonly start: number;
  readonly end: number;
  /** As written, with its tags. */
  readonly lines: readonly string[];
  /** Named outside the text. */
  readonly speaker: string | null;
}

export interface SubtitleFile {
  readonly cues: readonly SubtitleCue[];
  readonly title: string | null;
  readonly language: string | null;
}

const clock = String.raw`-?(?:\d{1,5}:)?\d{1,2}:\d{1,2}(?:[.,:]\d{1,3})?`;
const timing = new RegExp(String.raw`^\s*(${clock})\s*-{1,2}>\s*(${clock})(?=\s|$)`);
const bracketed = new RegExp(String.raw`^\s*\[(${clock})\s*-{1,2}>\s*(${clock})\]\s*(.*)$`);
const commaTiming = new RegExp(
  String.raw`^\s*(\d{1,5}:\d{2}:\d{2}\.\d{3}),(\d{1,5}:\d{2}:\d{2}\.\d{3})\s*$`,
);
const vttStart = /^\ufeff?WEBVTT(?:[ \t\n\r]|$)/;
const scriptStart = /^[\s\ufeff]*\[Script Info\]/i;
const firstLines = 12;

/** Whether a text is subtitles, by how it begins. */
export function isSubtitles(head: string): boolean {
  if (vttStart.test(head) || scriptStart.test(head)) return true;
  const lines = linesOf(head.slice(0, 4000)).slice(0, firstLines);
  const [first = '', second = ''] = lines.filter((line) => line.trim() !== '');
  if (isTiming(first) || bracketed.test(first)) return true;
  return /^\s*\ufeff?\d+\s*$/.test(first) && isTiming(second);
}

function isTiming(line: string): boolean {
  return timing.test(line) || commaTiming.test(line);
}

export function readCues(text: string): SubtitleFile {
  if (scriptStart.test(text)) return readScript(text);
  const lines = linesOf(text);
  const web = vttStart.test(text);
  const cues: SubtitleCue[] = [];
  let open: { start: number; end: number; lines: string[] } | null = null;
  const close = (): void => {
    if (open !== null) cues.push({ ...open, lines: trimmed(open.lines), speaker: null });
    open = null;
  };
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const inline = bracketed.exec(line);
    const times = inline ?? timing.exec(line) ?? commaTiming.exec(line);
    if (times !== null) {
      dropName(open, lines, index, web);
      close();
      open = { start: seconds(times[1]), end: seconds(times[2]), lines: [] };
      if (inline !== null) open.lines.push(inline[3] ?? '');
    } else if (web && line === '') {
      close();
    } else {
      open?.lines.push(line);
    }
  }
  close();
  return { cues, ...(web ? webFacts(lines) : { title: null, language: null }) };
}

/** The line above a timing is the cue's number or name, and no text of the cue before. */
function dropName(
  open: { readonly lines: string[] } | null,
  lines: readonly string[],
  index: number,
  web: boolean,
): void {
  if (open === null || open.lines.length === 0) return;
  const name = lines[index - 1] ?? '';
  const apart = (lines[index - 2] ?? '').trim() === '' && open.lines.length > 1;
  if (name.trim() !== '' && (apart || (!web && /^\s*\d+\s*$/.test(name)))) open.lines.pop();
}

/** "WEBVTT - A title", and the lines below it up to the first empty one. */
function webFacts(lines: readonly string[]): Pick<SubtitleFile, 'title' | 'language'> {
  const end = lines.indexOf('');
  const head = lines.slice(0, end < 0 ? 1 : Math.min(end, 50));
  const title = /^\ufeff?WEBVTT[ \t]+(?:[-–—:][ \t]*)?(.+)$/.exec(head[0] ?? '')?.[1]?.trim() ?? '';
  const language = head.map(
    (line) => /^Language:\s*([a-z]{2,3}(?:-[a-z0-9]+)*)\s*$/i.exec(line)?.[1],
  );
  return {
    title: title === '' ? null : title,
    language: language.find((value) => value !== undefined) ?? null,
  };
}

/** SubStation Alpha: a table of events, whose columns the file names, in no order. */
function readScript(text: string): SubtitleFile {
  let columns = 'layer,start,end,style,name,marginl,marginr,marginv,effect,text'.split(',');
  let title: string | null = null;
  let section = '';
  const cues: SubtitleCue[] = [];
  for (const line of linesOf(text)) {
    const [, key = '', value = ''] = /^([A-Za-z ]{1,30}):[ \t]*(.*)$/.exec(line) ?? [];
    if (/^\s*\[/.test(line)) section = line.trim().toLowerCase();
    else if (section === '[script info]' && key === 'Title') title ??= value.trim();
    else if (section === '[events]' && key === 'Format') {
      columns = value.split(',').map((name) => name.trim().toLowerCase());
    } else if (section === '[events]' && key === 'Dialogue') {
      const cue = scriptCue(value, columns);
      if (cue !== null) cues.push(cue);
    }
  }
  cues.sort((a, b) => a.start - b.start);
  return { cues, title: title === '' ? null : title, language: null };
}

function scriptCue(value: string, columns: readonly string[]): SubtitleCue | null {
  const fields = value.split(',');
  const field = (name: string): string => fields[columns.indexOf(name)]?.trim() ?? '';
  // The text is last and may hold commas.
  const text = fields.slice(columns.length - 1).join(',');
  // Drawings are given as text.
  if (/\{[^}]*\\p[1-9]/.test(text)) return null;
  const speaker = field('name') === '' ? field('actor') : field('name');
  return {
    start: seconds(field('start')),
    end: seconds(field('end')),
    lines: trimmed(text.replace(/\\h/g, ' ').split(/\\n/i)),
    speaker: speaker === '' ? null : speaker,
  };
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|[\n\r\u0085\u2028\u2029]/);
}

function trimmed(lines: readonly string[]): string[] {
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

/** Times before the start are the start. */
function seconds(text = ''): number {
  const parts = /^(-?)(?:(\d+):)?(\d+):(\d+)(?:[.,:](\d+))?$/.exec(text.trim());
  if (parts === null || parts[1] === '-') return 0;
  const [, , hours = '0', minutes = '0', whole = '0', fraction = ''] = parts;
  return (
    Number(hours) * 3600 +
    Number(minutes) * 60 +
    Number(whole) +
    Number(fraction.padEnd(3, '0')) / 1000
  );
}

import { noDetails } from '../../core/model/document.ts';
import type { DraftBlock } from '../../core/text/draft.ts';
import type { ImportedDraft, Source } from './imported-draft.ts';
import { isFull, joinLines, lineGroups } from './text-lines.ts';
import { likeTitle } from './text.ts';
import { titleFromName } from './title.ts';
import { loneTime, turnHead, turnWidth } from './transcript-turns.ts';

interface Turn {
  readonly speaker: string | null;
  readonly seconds: number | null;
  /** The name is said at the start of a turn, not of its later paragraphs. */
  readonly named: boolean;
  readonly lines: string[];
}

/** Who says what, in turn: names stay in the text, times go beside it. */
export function importTranscript(source: Source): ImportedDraft {
  const groups = lineGroups(source.text());
  const width = turnWidth(groups);
  const goesOn = (before: string, line: string): boolean =>
    width !== null && isFull(before, line, width);
  const [first = []] = groups;
  const spoken = first.some((line) => turnHead(line) !== null || loneTime(line) !== null);
  const heading = spoken ? null : likeTitle(first);
  const turns: Turn[] = [];
  let speaker: string | null = null;
  let waiting: number | null = null;
  for (const group of heading === null ? groups : groups.slice(1)) {
    let open: Turn | null = null;
    let before = '';
    for (const line of group) {
      const time = loneTime(line);
      const head = time === null ? turnHead(line) : null;
      if (time !== null) {
        waiting = time;
      } else if (head !== null) {
        speaker = head.speaker;
        open = { speaker, seconds: head.seconds ?? waiting, named: true, lines: [] };
        if (head.text !== '') open.lines.push(head.text);
        turns.push(open);
        waiting = null;
      } else if (open !== null && (open.lines.length === 0 || goesOn(before, line))) {
        open.lines.push(line);
      } else {
        // The words of a head that stands alone may come after an empty line.
        const last = turns.at(-1);
        const follows: boolean = open === null && last?.named === true && last.lines.length === 0;
        if (follows && last !== undefined) open = last;
        else {
          open = { speaker, seconds: waiting, named: false, lines: [] };
          waiting = null;
          turns.push(open);
        }
        open.lines.push(line);
      }
      before = line;
    }
  }
  const blocks = turns.flatMap(blockOf);
  if (heading === null) {
    return { title: titleFromName(source.name), details: noDetails, blocks };
  }
  const top = { kind: 'heading', level: 1, text: heading, inlines: [], ...place } as const;
  return { title: heading, details: noDetails, blocks: [top, ...blocks] };
}

const place = { quote: 0, list: null } as const;

function blockOf({ speaker, seconds, named, lines }: Turn): DraftBlock[] {
  const words = joinLines(lines);
  if (!named || speaker === null) {
    if (words === '') return [];
    const cue = speaker === null ? {} : { cue: { speaker, seconds } };
    return [{ kind: 'paragraph', text: words, inlines: [], ...place, ...cue }];
  }
  return [
    {
      kind: 'paragraph',
      text: words === '' ? `${speaker}:` : `${speaker}: ${words}`,
      inlines: [{ kind: 'style', style: 'strong', start: 0, end: speaker.length }],
      ...place,
      cue: { speaker, seconds },
      ...(seconds !== null && { origin: `t=${seconds}` }),
    },
  ];
}

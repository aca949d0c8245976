import { noDetails } from '../../core/model/document.ts';
import type { DraftBlock } from '../../core/text/draft.ts';
import { importMessages } from '../../core/messages/en/imports.ts';
import { cueLines, type CueLine } from './cue-turns.ts';
import { readCues } from './cues.ts';
import { ImportRefused } from './import-refused.ts';
import type { ImportedDraft, Source } from './imported-draft.ts';
import { importText } from './text.ts';
import { TextRun } from './text-run.ts';
import { titleFromName } from './title.ts';

/** Silence that ends a paragraph, in seconds. */
const pause = 2;
/** A paragraph ends with a sentence once it is this long, and with any cue once it is much longer; in UTF-16 units. */
const fullParagraph = 400;
const longestParagraph = 1200;

/**
 * Subtitles as a text to read: the cues of one speaker are joined to paragraphs. Each knows who speaks from when on, and
 * where in the recording it lies.
 */
export function importSubtitles(source: Source): ImportedDraft {
  const { cues, title, language } = readCues(source.text());
  if (cues.length === 0) return importText(source);
  if (cues.length > source.limits.blocks) {
    const limit = source.limits.blocks.toLocaleString('en');
    throw new ImportRefused('file-too-large', importMessages.tooManyBlocks(source.name, limit));
  }
  const writer = new TurnWriter();
  for (const line of cueLines(cues)) writer.add(line);
  return {
    title: title ?? titleFromName(source.name),
    details: { ...noDetails, language },
    blocks: writer.end(),
  };
}

interface Turn {
  readonly speaker: string | null;
  readonly start: number;
  end: number;
  length: number;
  ends: boolean;
}

class TurnWriter {
  private readonly blocks: DraftBlock[] = [];
  private readonly run = new TextRun();
  private turn: Turn | null = null;
  private speaker: string | null = null;

  add(line: CueLine): void {
    const text = line.pieces.map((piece) => piece.text).join('');
    if (!/\S/.test(text)) return;
    if (this.turn === null || startsParagraph(this.turn, line)) {
      this.flush();
      // Somebody without a name may speak after a dash; cues without one go on with the speaker they follow.
      const speaker = line.speaker;
      this.turn = { speaker, start: line.start, end: line.end, length: 0, ends: false };
      if (speaker !== null && speaker !== this.speaker && line.named === 0) this.name(speaker);
      this.speaker = speaker;
    }
    const turn = this.turn;
    const again = turn.length > 0 && line.named > 0;
    this.run.separate();
    this.write(again ? withoutName(line) : line);
    turn.end = Math.max(turn.end, line.end);
    turn.length += text.length;
    turn.ends = /[.!?…。！？]["'”’»)\]]*\s*$/.test(text);
  }

  end(): readonly DraftBlock[] {
    this.flush();
    return this.blocks;
  }

  private name(speaker: string): void {
    this.run.start({ style: 'strong' });
    this.run.write(speaker);
    this.run.end();
    this.run.write(': ');
  }

  private write({ pieces, named }: CueLine): void {
    let left = named;
    for (const { text, styles } of pieces) {
      const inName = text.slice(0, left);
      left -= inName.length;
      if (inName !== '') this.styled(inName, ['strong']);
      this.styled(text.slice(inName.length), styles);
    }
  }

  private styled(text: string, styles: CueLine['pieces'][number]['styles']): void {
    for (const style of styles) this.run.start({ style });
    this.run.write(text);
    for (let count = styles.length; count > 0; count -= 1) this.run.end();
  }

  private flush(): void {
    if (this.turn === null) return;
    const { speaker, start, end } = this.turn;
    const { text, inlines } = this.run.take();
    this.blocks.push({
      kind: 'paragraph',
      text,
      inlines,
      quote: 0,
      list: null,
      cue: { speaker, seconds: rounded(start) },
      origin: `t=${rounded(start)},${rounded(end)}`,
    });
    this.turn = null;
  }
}

function startsParagraph(turn: Turn, line: CueLine): boolean {
  // A name that comes with every cue is said once.
  if (line.speaker !== turn.speaker || (line.begins && line.named === 0)) return true;
  if (line.start - turn.end > pause || line.start < turn.start) return true;
  return turn.length >= longestParagraph || (turn.ends && turn.length >= fullParagraph);
}

function withoutName(line: CueLine): CueLine {
  let left = line.named + 1;
  const pieces = line.pieces.map((piece) => {
    const text = piece.text.slice(left);
    left = Math.max(0, left - piece.text.length);
    return { ...piece, text };
  });
  return { ...line, pieces, named: 0 };
}

/** To the millisecond, which is what subtitles can say. */
function rounded(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

import type { DraftBlock } from '../../core/text/draft.ts';
import { deepestPlace } from './limits.ts';
import { paragraphsOf } from './text.ts';
import { lineGroups, wrapWidth } from './text-lines.ts';

interface QuotedLine {
  readonly quote: number;
  readonly text: string;
}

/** Text of a mail: what is quoted with `>` is a quotation, and lines that were only broken to be sent are joined. */
export function mailTextBlocks(
  text: string,
  parameters: ReadonlyMap<string, string>,
): DraftBlock[] {
  const flowed = parameters.get('format')?.toLowerCase() === 'flowed';
  const deletes = parameters.get('delsp')?.toLowerCase() === 'yes';
  const quoted = text.split(/\r\n|[\n\r]/).map((line) => quotedLine(line, flowed));
  const lines = flowed ? joined(quoted, deletes) : quoted;
  const runs = runsOf(lines).map(({ quote, text: said }) => ({ quote, groups: lineGroups(said) }));
  const width = flowed ? null : wrapWidth(runs.flatMap(({ groups }) => groups));
  return runs.flatMap(({ quote, groups }) =>
    groups
      .flatMap((group) => paragraphsOf(group, width))
      .map((paragraph): DraftBlock => ({
        kind: 'paragraph',
        text: paragraph,
        inlines: [],
        quote: Math.min(quote, deepestPlace),
        list: null,
      })),
  );
}

/** Programs write `>>` and `> >`; flowed text only the first, and a space before a line that begins with one. */
function quotedLine(line: string, flowed: boolean): QuotedLine {
  const marks = (flowed ? /^>+/ : /^(?:> ?)+/).exec(line)?.[0] ?? '';
  const rest = line.slice(marks.length);
  return {
    quote: marks.replace(/ /g, '').length,
    text: flowed && rest.startsWith(' ') ? rest.slice(1) : rest,
  };
}

/** A line that ends with a space goes on in the next of the same depth; the mark of a signature does not. */
function joined(lines: readonly QuotedLine[], deletes: boolean): QuotedLine[] {
  const parts: { readonly quote: number; readonly pieces: string[] }[] = [];
  let goesOn = false;
  for (const { quote, text } of lines) {
    const last = parts.at(-1);
    const signature = text === '-- ';
    if (goesOn && last !== undefined && last.quote === quote && !signature) last.pieces.push(text);
    else parts.push({ quote, pieces: [text] });
    goesOn = text.endsWith(' ') && !signature;
    const { pieces } = parts.at(-1) ?? { pieces: [] };
    if (goesOn && deletes) pieces[pieces.length - 1] = text.slice(0, -1);
  }
  return parts.map(({ quote, pieces }) => ({ quote, text: pieces.join('') }));
}

/** Neighbours of the same depth; an empty line inside a quotation belongs to it. */
function runsOf(lines: readonly QuotedLine[]): QuotedLine[] {
  const runs: { readonly quote: number; readonly lines: string[] }[] = [];
  for (const { quote, text } of lines) {
    const last = runs.at(-1);
    if (last !== undefined && last.quote === quote) last.lines.push(text);
    else runs.push({ quote, lines: [text] });
  }
  return runs.map(({ quote, lines: run }) => ({ quote, text: run.join('\n') }));
}

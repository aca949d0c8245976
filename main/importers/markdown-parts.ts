// The parser's time and memory grow faster than its input, so a long text is parsed in parts.

/** In UTF-16 units: a part ends at the next certain cut after it. */
const partLength = 32_768;

export interface MarkdownPart {
  readonly text: string;
  /** One paragraph without any mark-up, which needs no parser; long books are mostly made of these. */
  readonly plain: boolean;
}

const fence = /^( {0,3})(`{3,}|~{3,})(.*)$/;
/** HTML that may hold blank lines, and what ends each. */
const htmlBlocks: readonly (readonly [RegExp, RegExp])[] = [
  [/^ {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
];
/** Ends every list, quote and indented block if a blank line is before it, and continues nothing. */
const fresh = /^(?:#{1,6}[ \t]|\p{L})/u;

/** Cuts before lines that begin a top-level block for certain: after a blank line, at the margin, in no fence or HTML. */
export function markdownParts(source: string): MarkdownPart[] {
  if (source.length <= partLength) return [{ text: source, plain: false }];
  const parts: MarkdownPart[] = [];
  // Pieces in a row that need the parser, since `from`.
  let from = 0;
  let end = 0;
  const close = (): void => {
    if (end > from) parts.push({ text: source.slice(from, end), plain: false });
    from = end;
  };
  const cuts = certainCuts(source);
  cuts.forEach((start, index) => {
    const next = cuts[index + 1] ?? source.length;
    const piece = source.slice(start, next);
    // The first piece may be front matter.
    if (index > 0 && isPlain(piece)) {
      close();
      parts.push({ text: piece, plain: true });
      from = next;
    } else if (next - from >= partLength) {
      end = next;
      close();
    }
    end = next;
  });
  close();
  return parts;
}

function certainCuts(source: string): number[] {
  const cuts = [0];
  let blank = false;
  let ends: ((line: string) => boolean) | null = null;
  for (const { line, start } of linesOf(source)) {
    if (ends !== null) {
      if (ends(line)) ends = null;
      blank = false;
      continue;
    }
    if (blank && fresh.test(line)) cuts.push(start);
    blank = line.trim() === '';
    ends = opened(line);
  }
  return cuts;
}

/** Lines that begin with a letter and hold nothing that could be a mark, an entity, an address or a break. */
const plainLines = /^(?:\p{L}[^\\&<*_~[`|@\r\n]*(?:\r\n?|\n|$))+[\s]*$/u;
const addressOrBreak = /www\.|:\/\/| {2}[\r\n]/i;

function isPlain(piece: string): boolean {
  return piece.length <= partLength && plainLines.test(piece) && !addressOrBreak.test(piece);
}

function opened(line: string): ((line: string) => boolean) | null {
  const open = fence.exec(line);
  const marks = open?.[2];
  if (open !== null && marks !== undefined && !(marks.startsWith('`') && open[3]?.includes('`'))) {
    return (next) => {
      const close = fence.exec(next);
      return close?.[2]?.startsWith(marks) === true && close[3]?.trim() === '';
    };
  }
  for (const [begin, end] of htmlBlocks) {
    if (begin.test(line)) return end.test(line) ? null : (next) => end.test(next);
  }
  return null;
}

function* linesOf(source: string): Generator<{ readonly line: string; readonly start: number }> {
  const end = /\r\n|\r|\n/g;
  let start = 0;
  for (let match = end.exec(source); match !== null; match = end.exec(source)) {
    yield { line: source.slice(start, match.index), start };
    start = end.lastIndex;
  }
  yield { line: source.slice(start), start };
}

const definition = /^ {0,3}\[((?:[^[\]\\\n]|\\.){1,999})\]:[ \t]*(\S.*)?$/gm;
const label = /\[((?:[^[\]\\]|\\.){1,999})\]/g;

/** The definitions of the whole text by their labels, for the parts that only refer to them. */
export function definitionsOf(source: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [line, name = ''] of source.matchAll(definition)) {
    const key = keyOf(name);
    if (!found.has(key)) found.set(key, line.trim());
  }
  return found;
}

/** The lines that make a part's references known; they stand after its own text and are cut off again. */
export function borrowed(part: string, definitions: ReadonlyMap<string, string>): string {
  if (definitions.size === 0) return '';
  const lines = new Set<string>();
  for (const [, name = ''] of part.matchAll(label)) {
    const line = definitions.get(keyOf(name));
    if (line !== undefined) lines.add(line);
  }
  return lines.size === 0 ? '' : `\n\n${[...lines].join('\n\n')}\n`;
}

function keyOf(name: string): string {
  return name.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Rows as RFC 4180 has them: CRLF, quotes doubled. No cell runs as a formula in a spreadsheet. */
export function writeCsv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function field(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = guardFormula(value);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A spreadsheet runs a cell that starts like a formula. Such a cell gets an apostrophe in front, and so does one that
 * starts with an apostrophe: so the first apostrophe is always ours, and whoever takes it off has the exact quote.
 */
function guardFormula(value: string): string {
  return /^['=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
}

/** A cell as it was before it was guarded; an apostrophe that guards nothing stays. */
export function unguarded(value: string): string {
  return /^'['=+\-@\t\r\n＝＋－＠]/.test(value) ? value.slice(1) : value;
}

export interface CsvFault {
  readonly problem: 'quote';
  /** From 1. */
  readonly line: number;
}

/**
 * Rows of a CSV file from anywhere: with or without a byte order mark, any line ends, parted by commas, semicolons or
 * tabs, whichever the first line has most of. Empty lines are left out.
 */
export function readCsv(source: string): readonly (readonly string[])[] | CsvFault {
  const text = source.replace(/^\uFEFF/, '');
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quoted = text[at] === '"';
    const end = quoted ? closingQuote(text, at) : plainEnd(text, at, separator);
    if (end === -1) return { problem: 'quote', line: text.slice(0, at).split('\n').length };
    row.push(quoted ? text.slice(at + 1, end - 1).replaceAll('""', '"') : text.slice(at, end));
    at = end;
    if (text[at] === separator) {
      at += 1;
      if (at === text.length) row.push('');
      continue;
    }
    if (at < text.length && text[at] !== '\r' && text[at] !== '\n') {
      return { problem: 'quote', line: text.slice(0, at).split('\n').length };
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
    continue;
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

function separatorOf(text: string): string {
  const first = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: first.split(sign).length }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).sign;
}

/** Just after the quote that ends a cell; -1 where none does. */
function closingQuote(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at + 1;
  }
  return -1;
}

function plainEnd(text: string, start: number, separator: string): number {
  let at = start;
  while (at < text.length && text[at] !== separator && text[at] !== '\r' && text[at] !== '\n') {
    at += 1;
  }
  return at;
}

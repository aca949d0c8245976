import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../core/exchange/csv.ts';
import { exportable, heading, paragraph, tag, uuid, worldly } from './sample.ts';

/** A strict RFC 4180 reader, so that the writer is not its own judge. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  let row: string[] = [];
  while (field.lastIndex < text.length) {
    const found = field.exec(text);
    if (found === null) throw new Error('not RFC 4180');
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}
const records = (text: string) => {
  const [header = [], ...rows] = readCsv(text);
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])));
};

describe('toCsv', () => {
  it('writes one row per mark, whatever the text holds', () => {
    const document = exportable(
      [heading(1, 'Part, one'), paragraph('She said "no", and\nleft.')],
      [{ on: '"no", and\nleft', tags: [uuid(2), uuid(3)], note: 'a,b' }],
      [tag(1, 'source'), tag(2, 'anonymous', uuid(1)), tag(3, 'claim')],
    );
    expect(records(toCsv(document).text)).toEqual([
      expect.objectContaining({
        id: uuid(100),
        heading: 'Part, one',
        quote: '"no", and\nleft',
        note: 'a,b',
        tags: 'source/anonymous; claim',
        colour: 'yellow',
        created: '2026-11-22T10:00:00.000Z',
      }),
    ]);
  });

  it('counts code points', () => {
    const document = worldly();
    const points = Array.from(document.content.text);
    for (const row of records(toCsv(document).text)) {
      const slice = points.slice(Number(row['start_code_point']), Number(row['end_code_point']));
      expect(slice.join('')).toBe(row['quote']);
    }
  });

  it('lets no cell run as a formula, and gives every quote back exactly', () => {
    const quotes = ['=1+1', '+1', '-x', '@SUM', '＝a', "'tis", 'plain = 1', '5'];
    const document = exportable(
      [paragraph(quotes.join(' | '))],
      quotes.map((on) => ({ on, nth: on === '5' ? 0 : 0 })),
    );
    const cells = records(toCsv(document).text).map((row) => row['quote'] ?? '');
    for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
    expect(cells.map((cell) => cell.replace(/^'/, ''))).toEqual(quotes);
  });

  it('is its header alone for a document without marks', () => {
    const { text } = toCsv(exportable([paragraph('Nothing.')]));
    expect(readCsv(text)).toHaveLength(1);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it('refuses a mark whose place does not hold its quote', () => {
    const { text, refused } = toCsv(
      exportable([paragraph('One two.')], [{ on: 'One', span: { start: 4, end: 7 } }]),
    );
    expect(readCsv(text)).toHaveLength(1);
    expect(refused).toHaveLength(1);
  });
});

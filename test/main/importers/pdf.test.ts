import { describe, expect, it } from 'vitest';
import { runNumbers } from '../../../core/model/pages.ts';
import type { ImportedDocument } from '../../../main/importers/imported-draft.ts';
import { parseSource } from '../../../main/importers/parse-source.ts';
import { makeBook } from '../../support/make-book.ts';
import { makePdf, type PdfBook, type PdfLine } from '../../support/make-pdf.ts';
import { inlinesOf, outlineOf } from './samples.ts';

async function read(book: PdfBook | Uint8Array, name = 'a.pdf'): Promise<ImportedDocument> {
  const bytes = book instanceof Uint8Array ? book : makePdf(book);
  const result = await parseSource(bytes, name, { variant: 'page' });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const shown = async (book: PdfBook): Promise<string[]> => outlineOf((await read(book)).content);

/** Lines of running text, `leading` apart. */
const set = (texts: readonly string[], x: number, y: number, leading = 14): PdfLine[] =>
  texts.map((text, row) => ({ text, x, y: y + row * leading }));

const prose = [
  'It was a bright cold day in the middle of the long month and the clocks',
  'of the town were striking the hour while the people went on their way to',
  'the river and looked at the water that had no colour in it at all.',
];

describe('paragraphs', () => {
  it('are lines joined, parted by gaps and by indents', async () => {
    const lines = [
      ...set(prose, 72, 100),
      ...set(prose, 72, 170),
      { text: 'Then a new one begins, further in, and it goes on for long enough', x: 90, y: 212 },
      { text: 'to need a second line.', x: 72, y: 226 },
    ];
    expect(await shown({ pages: [{ lines }] })).toEqual([
      `paragraph ${prose.join(' ')}`,
      `paragraph ${prose.join(' ')}`,
      'paragraph Then a new one begins, further in, and it goes on for long enough to need a second line.',
    ]);
  });

  it('have their words whole again, but keep hyphens that belong', async () => {
    const lines = set(
      [
        'The people of the town had begun to coope-',
        'rate with the well-known Anglo-',
        'American council, and a well-',
        'known writer wrote of the years 1914-',
        '1918 in a book that nobody read.',
      ],
      72,
      100,
    );
    expect(await shown({ pages: [{ lines }] })).toEqual([
      'paragraph The people of the town had begun to cooperate with the well-known Anglo-American council, and a well-known writer wrote of the years 1914-1918 in a book that nobody read.',
    ]);
  });

  it('have bullets and signs of ZapfDingbats as what they show', async () => {
    const lines: PdfLine[] = [
      { text: 'l', x: 72, y: 100, size: 6, font: 'dingbats' },
      { text: 'Apples', x: 90, y: 100 },
      { text: '4', x: 72, y: 140, font: 'dingbats' },
      { text: 'Done', x: 84, y: 140 },
    ];
    expect(await shown({ pages: [{ lines }] })).toEqual([
      '1● paragraph Apples',
      expect.stringMatching(/✔ Done$/),
    ]);
  });

  it('have figures and ligatures that only their names tell', async () => {
    const lines: PdfLine[] = [{ text: 'In 1984 the o:ce', x: 72, y: 100, font: 'named' }];
    expect(await shown({ pages: [{ lines }] })).toEqual(['paragraph In 1984 the office']);
  });

  it('have what buttons, signatures and stamps show', async () => {
    const [line = ''] = prose;
    const drawn = [
      { kind: 'Btn', text: 'Send it', x: 72, y: 140 },
      { kind: 'Sig', text: 'Signed by Jane', x: 72, y: 180 },
      { kind: 'Stamp', text: 'Approved today', x: 72, y: 220 },
    ] as const;
    // The page has the words of the button as well: they are there once.
    const lines = [
      { text: line, x: 72, y: 100 },
      { text: 'Send it', x: 72, y: 140 },
    ];
    const pages = [{ lines, drawn }];
    const { content, pages: shownPages } = await read({ pages });
    expect(content.text.split(/\n+/)).toEqual([
      line,
      'Send it',
      'Signed by Jane',
      'Approved today',
    ]);
    const [, , left = 0, top = 0] = shownPages?.[0]?.runs.slice(runNumbers) ?? [];
    expect([Math.round(left), Math.round(top)]).toEqual([72, 132]);
  });

  it('are one for each number of a list, though its lines are full', async () => {
    const [a = '', b = ''] = prose;
    const lines = set([`1. ${a}`, b, `2. ${a}`, `3. ${a}`, 'a) not the next number'], 72, 100);
    expect(await shown({ pages: [{ lines }] })).toEqual([
      `paragraph 1. ${a} ${b}`,
      `paragraph 2. ${a}`,
      expect.stringContaining(`paragraph 3. ${a}`),
    ]);
  });

  it('have words whose letters are set apart whole, alphabets as they are', async () => {
    const content = (words: readonly string[], y: number): string =>
      words
        .map(
          (word, index) =>
            `BT /regular 12 Tf 4 Tc 1 0 0 1 ${72 + index * 90} ${y} Tm (${word}) Tj ET\n`,
        )
        .join('');
    const pages = [{ content: content(['This', 'is', 'spaced'], 700) + content(['abcdefg'], 600) }];
    expect(await shown({ pages })).toEqual(['paragraph This is spaced', 'paragraph a b c d e f g']);
  });

  it('of Arabic keep the order of the letters in a ligature', async () => {
    // As it is drawn, from the left: the last letter comes first, lam and khah are one shape.
    const drawn = Array.from('ا\ufccbطوط').reverse().join('');
    const lines: PdfLine[] = [{ text: drawn, x: 72, y: 100, font: 'unicode' }];
    expect(await shown({ pages: [{ lines }] })).toEqual(['paragraph الخطوط']);
  });

  it('have plain figures and letters for those that Adobe put elsewhere', async () => {
    const lines: PdfLine[] = [
      { text: '\uf731\uf739\uf738\uf734', x: 72, y: 100, font: 'unicode' },
      { text: 'N\uf761\uf774\uf76f 5\u00b5m', x: 72, y: 120, font: 'unicode' },
    ];
    expect(await shown({ pages: [{ lines }] })).toEqual(['paragraph 1984 Nato 5µm']);
  });

  it('are no longer doubled by bold made with two strokes', async () => {
    const [text = ''] = prose;
    const lines = [
      { text, x: 72, y: 100 },
      { text, x: 72.3, y: 100 },
    ];
    expect(await shown({ pages: [{ lines }] })).toEqual([`paragraph ${text}`]);
  });

  it('keep all letters where a bullet stands far from its item', async () => {
    const lines: PdfLine[] = [
      { text: '\xb7', x: 72, y: 100 },
      { text: 'Apples and pears', x: 100, y: 100 },
      { text: '\xb7', x: 72, y: 118 },
      { text: 'a b', x: 100, y: 118 },
      { text: 'c', x: 160, y: 118 },
    ];
    expect(await shown({ pages: [{ lines }] })).toEqual([
      '1• paragraph Apples and pears',
      '1• paragraph a b c',
    ]);
  });

  it('with bullets are items, larger type is a heading', async () => {
    const lines: PdfLine[] = [
      { text: 'A Title', x: 72, y: 80, size: 22, font: 'bold' },
      ...set(prose, 72, 120),
      { text: '\xb7 one thing', x: 72, y: 190 },
      { text: '\xb7 another thing', x: 72, y: 204 },
    ];
    expect(await shown({ pages: [{ lines }] })).toEqual([
      'h1 A Title',
      `paragraph ${prose.join(' ')}`,
      '1• paragraph one thing',
      '1• paragraph another thing',
    ]);
  });

  it('that the page cuts go on over its foot and the next head', async () => {
    const page = (number: number, lines: readonly PdfLine[]) => ({
      lines: [
        { text: 'The Running Head', x: 72, y: 40, size: 9 },
        ...lines,
        { text: String(number), x: 300, y: 810, size: 9 },
      ],
    });
    const [first = '', second = '', third = ''] = prose;
    const pages = [
      page(1, set([first, second], 72, 700)),
      page(2, set([third], 72, 80)),
      page(3, set(prose, 72, 80)),
    ];
    const { content } = await read({ pages });
    expect(outlineOf(content)).toEqual([
      'paragraph The Running Head',
      'paragraph 1',
      `paragraph ${prose.join(' ')}`,
      'paragraph The Running Head',
      'paragraph 2',
      'paragraph The Running Head',
      `paragraph ${prose.join(' ')}`,
      'paragraph 3',
    ]);
    expect(content.blocks.map(({ origin }) => origin)).toEqual(
      [1, 1, 1, 2, 2, 3, 3, 3].map((page) => `page=${String(page)}`),
    );
  });
});

describe('reading order', () => {
  const column = (word: string): string[] =>
    Array.from({ length: 12 }, (_, row) => `${word} line ${String(row)} of a narrow column`);

  it('is one column after the other, under what spans both', async () => {
    const [left, right] = [column('left'), column('right')];
    const lines = [
      { text: 'A heading over both of the columns of this page', x: 72, y: 70, size: 18 },
      ...left.flatMap((text, row) => [
        { text, x: 72, y: 120 + row * 14 },
        { text: right[row] ?? '', x: 320, y: 120 + row * 14 },
      ]),
    ];
    const { content } = await read({ pages: [{ lines }] });
    const places = [...left, ...right].map((line) => content.text.indexOf(line));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('keeps the rows of a table', async () => {
    const rows = Array.from({ length: 8 }, (_, row) => [
      `name ${String(row)}`,
      `${String(row)} mm`,
    ]);
    const lines = rows.flatMap(([a = '', b = ''], row) => [
      { text: a, x: 72, y: 100 + row * 14 },
      { text: b, x: 300, y: 100 + row * 14 },
    ]);
    expect(await shown({ pages: [{ lines }] })).toEqual(
      rows.map((row) => `paragraph ${row.join(' ')}`),
    );
  });

  it('of Hebrew is from the right, of numbers in it from the left', async () => {
    const word = (text: string): string => Array.from(text).reverse().join('');
    const lines: PdfLine[] = [
      { text: word('שלום'), x: 300, y: 100, font: 'unicode' },
      { text: '1948', x: 270, y: 100, font: 'unicode' },
      { text: word('עולם'), x: 240, y: 100, font: 'unicode' },
    ];
    expect((await read({ pages: [{ lines }] })).content.text).toBe('שלום 1948 עולם');
  });

  it('has Japanese by the maps that the file only names', async () => {
    const lines: PdfLine[] = [{ text: '日本語の文', x: 72, y: 100, font: 'japanese' }];
    expect((await read({ pages: [{ lines }] })).content.text).toBe('日本語の文');
  });

  it('takes turned text after the rest, and says how it is turned', async () => {
    const lines: PdfLine[] = [
      { text: 'up the edge', x: 30, y: 500, angle: -90 },
      ...set(prose, 72, 100),
    ];
    const { content, pages } = await read({ pages: [{ lines }] });
    expect(content.text).toBe(`${prose.join(' ')}\n\nup the edge`);
    expect(pages?.[0]?.runs.slice(-1)).toEqual([270]);
  });
});

describe('pages', () => {
  it('say where each line stands, as the page is shown', async () => {
    const lines = set(['Some words on the page', 'and some more of them'], 100, 200, 14);
    const [upright, rotated, cropped] = await Promise.all([
      read({ pages: [{ lines }] }),
      read({ pages: [{ lines, rotate: 90 }] }),
      read({ pages: [{ lines, crop: [40, 60, 500, 700] }] }),
    ]);
    const run = ({ pages }: ImportedDocument): readonly number[] =>
      pages?.[0]?.runs.slice(0, 7) ?? [];
    const [start = 0, end = 0, left = 0, top = 0, width = 0, height = 0, angle] = run(upright);
    expect(upright.content.text.slice(start, end)).toBe('Some words on the page');
    expect([left, angle]).toEqual([100, 0]);
    expect(top).toBeCloseTo(200 - 11 * 0.8, -0.5);
    expect(width).toBeGreaterThan(100);
    expect(top + height).toBeGreaterThan(200);
    expect(rotated.pages?.[0]).toMatchObject({ width: 842, height: 595 });
    expect(run(rotated)[6]).toBe(90);
    expect(run(rotated)[3]).toBeCloseTo(100);
    expect(cropped.pages?.[0]).toMatchObject({ width: 460, height: 640 });
    expect(run(cropped).slice(2, 4)).toEqual([left - 40, expect.closeTo(top - 60, 1)]);
  });

  it('have labels, links and an outline that lead into the text', async () => {
    const { content, pages } = await read({
      pages: [
        {
          lines: set(['See the second page or the web'], 72, 100),
          links: [
            { words: 'second page', to: 1 },
            { words: 'web', to: 'https://example.org/a' },
            { words: 'See', to: 'javascript:alert(1)' },
          ],
        },
        { lines: [{ text: 'Part Two', x: 72, y: 100 }, ...set(prose, 72, 130)] },
      ],
      labels: '0 << /S /r >>',
      outline: [{ text: 'Part Two', page: 1, y: 90, items: [{ text: 'Body', page: 1, y: 120 }] }],
    });
    expect(pages?.map(({ label }) => label)).toEqual(['i', 'ii']);
    const part = content.text.indexOf('Part Two');
    expect(pages?.[0]?.links.map(({ to }) => to)).toEqual([part, 'https://example.org/a']);
    expect(inlinesOf(content)).toEqual([
      expect.stringMatching(/^→ Part Two.*: second page$/s),
      'https://example.org/a: web',
    ]);
    expect(content.outline).toEqual([
      { level: 1, text: 'Part Two', start: part },
      { level: 2, text: 'Body', start: content.text.indexOf(prose[0] ?? '') },
    ]);
    expect(outlineOf(content)).toContain('h1 Part Two');
  });

  it('without text are counted, and a scan is said to be one', async () => {
    const scan = await read({ pages: [{ picture: true }, { picture: true }] });
    expect(scan.content).toMatchObject({
      text: '',
      blocks: [],
      notices: [{ kind: 'no-text-layer' }],
    });
    expect(scan.pages).toHaveLength(2);
    const mixed = await read({ pages: [{ picture: true }, { lines: set(prose, 72, 100) }] });
    expect(mixed.content.notices).toEqual([{ kind: 'pages-without-text', count: 1 }]);
  });

  it('cover the text of a book without a gap', async () => {
    const { content, pages } = await read(makeBook(45));
    expect(pages).toHaveLength(45);
    let last = 0;
    for (const { start, end, runs } of pages ?? []) {
      expect(start).toBe(last);
      last = end;
      for (let at = 0; at < runs.length; at += 7) {
        expect(runs[at]).toBeGreaterThanOrEqual(start);
        expect(runs[at + 1]).toBeLessThanOrEqual(end);
      }
    }
    expect(last).toBe(content.text.length);
    expect(outlineOf(content).filter((line) => line.startsWith('h'))).toEqual(
      [1, 2, 3].map((chapter) => `h1 Chapter ${String(chapter)}`),
    );
    expect(content).toMatchObject({
      title: 'The Book of Pages',
      details: { author: 'Ada Example', date: '2024-01-31', language: 'en-GB' },
    });
  });
});

describe('marks in the file', () => {
  it('stand on their words, with colour, note, answers, author and date', async () => {
    const { content } = await read({
      pages: [
        {
          lines: set(prose, 72, 100),
          marks: [
            {
              kind: 'Highlight',
              words: ['long month and the clocks', 'of the town'],
              colour: '#ff8000',
              note: 'Why “cold”?',
              author: 'Ada',
              date: "D:20240131130000+01'00'",
              replies: ['Because.'],
            },
            { kind: 'Underline', words: ['striking'] },
            { kind: 'Text', words: ['river'], note: 'Which one?' },
          ],
        },
      ],
    });
    const words = content.marks?.map(({ start, end }) => content.text.slice(start, end));
    expect(words).toEqual(['long month and the clocks of the town', 'striking', 'river']);
    expect(content.marks?.[0]).toMatchObject({
      colour: '#ff8000',
      note: 'Why “cold”?\n\nAda: Because.',
      author: 'Ada',
      date: '2024-01-31T12:00:00.000Z',
    });
    expect(content.marks?.[2]?.note).toBe('Which one?');
  });
});

describe('details', () => {
  it.each([
    ['Microsoft Word - thesis.doc', 'My thesis'],
    ['thesis_final.pdf', 'My thesis'],
    ['On Reading', 'On Reading'],
  ])('a title of %j becomes %j', async (Title, title) => {
    const { content } = await read(makePdf({ pages: [{}], info: { Title } }), 'My thesis.pdf');
    expect(content.title).toBe(title);
  });

  it('have what stands largest on the first page where there is no title', async () => {
    const lines = [
      { text: 'On the Water of Rivers', x: 72, y: 80, size: 20 },
      ...set(prose, 72, 120),
    ];
    const { content } = await read(makePdf({ pages: [{ lines }, { lines }] }), 'x.pdf');
    expect(content.title).toBe('On the Water of Rivers');
    const plain = await read(makePdf({ pages: [{ lines: set(prose, 72, 120) }] }), 'my file.pdf');
    expect(plain.content.title).toBe('My file');
  });

  it('asks for a copy without its password', async () => {
    const locked = makePdf({ pages: [{}], locked: true });
    await expect(read(locked)).rejects.toThrow(/protected by a password/);
  });
});

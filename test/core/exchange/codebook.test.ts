import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodebookEntry, CodebookFault } from '../../../core/codebook/codebook-entry.ts';
import { importCodebook } from '../../../core/codebook/import-codebook.ts';
import { invertPatch } from '../../../core/edit/patch.ts';
import { codebookFromCsv, codebookToCsv } from '../../../core/exchange/codebook-csv.ts';
import { codebookFromQdc, codebookToQdc } from '../../../core/exchange/codebook-qdc.ts';
import { readCsv, unguarded, writeCsv } from '../../../core/exchange/csv-table.ts';
import { readXml } from '../../../core/exchange/xml-reader.ts';
import { markColours } from '../../../core/model/colours.ts';
import { tagNameSchema, tagSchema, type Tag } from '../../../core/model/tag.ts';
import { fold } from '../../../core/text/fold.ts';
import { applied, world } from '../edit/world.ts';
import { tag, time, uuid } from './sample.ts';

const stamp = () => {
  let next = 5000;
  return { id: () => uuid(next++), now: () => time };
};
const words = fc.string({
  unit: fc.constantFrom(
    'a',
    'B',
    'é',
    '漢',
    '🙂',
    ' ',
    '/',
    '\\',
    ';',
    ',',
    '"',
    "'",
    '=',
    '<',
    '&',
    ']',
    '[When to use]',
  ),
  maxLength: 8,
});
const lines = fc.array(words, { maxLength: 4 }).map((each) => each.join('\n'));
const name = words
  .map((each) => tagNameSchema.safeParse(each).data)
  .filter((each) => each !== undefined);

/** A codebook without two siblings of one name, each tag under an earlier one or at the top. */
const codebook = fc
  .array(
    fc.record({
      name,
      parent: fc.nat(),
      colour: fc.constantFrom(...markColours),
      description: lines,
      whenToUse: lines,
      whenNot: lines,
      aliases: fc.array(name, { maxLength: 3 }),
    }),
    { maxLength: 8 },
  )
  .map((rows) => {
    const tags: Tag[] = [];
    for (const [index, row] of rows.entries()) {
      const parent = index === 0 ? null : (tags[row.parent % (index + 1)]?.id ?? null);
      if (tags.some((other) => other.parent === parent && fold(other.name) === fold(row.name)))
        continue;
      const aliases = [...new Map(row.aliases.map((each) => [fold(each), each])).values()].filter(
        (each) => fold(each) !== fold(row.name),
      );
      const { whenToUse, whenNot, ...rest } = row;
      tags.push({
        ...tag(index, ''),
        ...rest,
        parent,
        aliases,
        ...(whenToUse === '' ? {} : { whenToUse }),
        ...(whenNot === '' ? {} : { whenNot }),
      });
    }
    return tags.map(({ aliases = [], ...rest }): Tag =>
      aliases.length === 0 ? rest : { ...rest, aliases },
    );
  });

const formats = {
  csv: { write: codebookToCsv, read: codebookFromCsv },
  qdc: { write: codebookToQdc, read: codebookFromQdc },
};

function entriesOf(read: readonly CodebookEntry[] | CodebookFault): readonly CodebookEntry[] {
  if ('problem' in read) throw new Error(read.problem);
  return read;
}

describe.each(Object.entries(formats))('a codebook as %s', (_name, { write, read }) => {
  it('comes back whole into an empty codebook, and changes nothing in the one it came from', () => {
    fc.assert(
      fc.property(codebook, (tags) => {
        const entries = entriesOf(read(write(tags)));
        const again = importCodebook(entries, tags, stamp());
        expect(again).toMatchObject({
          patch: null,
          added: 0,
          changed: 0,
          same: tags.length,
          refused: [],
        });
        const fresh = importCodebook(entries, [], stamp());
        expect(fresh).toMatchObject({ added: tags.length, changed: 0, same: 0, refused: [] });
        if (fresh.patch === null) return;
        const made = applied(world([], []), fresh.patch).tags;
        expect([...made.values()].sort(byId)).toEqual(tags.toSorted(byId));
        for (const each of made.values()) expect(tagSchema.safeParse(each).success).toBe(true);
      }),
    );
  });
});

const byId = (a: Tag, b: Tag) => (a.id < b.id ? -1 : 1);

describe('importing a codebook', () => {
  const entry = (path: readonly string[], more: Partial<CodebookEntry> = {}): CodebookEntry => ({
    guid: null,
    path,
    colour: null,
    description: null,
    whenToUse: null,
    whenNot: null,
    aliases: [],
    ...more,
  });

  it('knows a tag by its id, then by its path; it empties nothing and is undone in one step', () => {
    const tags = [
      tag(1, 'Trust'),
      { ...tag(2, 'Reasons', uuid(1)), description: 'why' },
      tag(3, 'Power'),
    ];
    const { patch, ...counts } = importCodebook(
      [
        entry(['Confidence'], { guid: uuid(1) }),
        entry(['confidence', 'REASONS'], { description: '', aliases: ['Grounds'] }),
        entry(['Power']),
        entry(['New', 'Deeper'], { guid: '{not-one-of-ours}' }),
        entry(['bad\nname']),
      ],
      tags,
      stamp(),
    );
    expect(counts).toEqual({ added: 2, changed: 2, same: 1, refused: ['bad\nname'] });
    if (patch === null) throw new Error('nothing to do');
    const before = world([], tags);
    const after = applied(before, patch);
    expect(after.tags.get(uuid(1))?.name).toBe('Confidence');
    expect(after.tags.get(uuid(2))).toMatchObject({ description: 'why', aliases: ['Grounds'] });
    expect(applied(after, invertPatch(patch)).tags).toEqual(before.tags);
  });

  it('makes no circle and no two siblings of one name', () => {
    const tags = [tag(1, 'a'), tag(2, 'b', uuid(1)), tag(3, 'c')];
    const { patch } = importCodebook(
      [entry(['a', 'b', 'a'], { guid: uuid(1) }), entry(['c'], { guid: uuid(1) })],
      tags,
      stamp(),
    );
    expect(patch).toBeNull();
  });

  it('takes 5,000 tags in', () => {
    const entries = Array.from({ length: 5000 }, (_, n) => entry([`g${n % 70}`, `tag ${n}`]));
    const start = performance.now();
    expect(importCodebook(entries, [], stamp()).added).toBe(5070);
    expect(performance.now() - start).toBeLessThan(1500);
  });

  it('reads what other tools write', () => {
    expect(entriesOf(codebookFromCsv('tag,description\nMethod/Sampling,how\n'))).toEqual([
      entry(['Method', 'Sampling'], { description: 'how' }),
    ]);
    const qdc = `\uFEFF<?xml version="1.0"?>\r\n<q:CodeBook xmlns:q='urn:QDA-XML:codebook:1.0' origin="X"><q:Codes>
      <q:Code guid="{8C4C1A3D-63B3-4A4A-9C55-1B39FE2DDE5A}" name="A &amp; B" isCodable="false" color="#00FF00">
        <q:Description><![CDATA[<b>]]> &#228;</q:Description><q:Code guid="x" name="C" isCodable="true"/></q:Code>
      </q:Codes><q:Sets><q:Set guid="y" name="S"/></q:Sets></q:CodeBook>`;
    expect(entriesOf(codebookFromQdc(qdc))).toEqual([
      entry(['A & B'], {
        guid: '8c4c1a3d-63b3-4a4a-9c55-1b39fe2dde5a',
        colour: 'green',
        description: '<b> ä',
        whenToUse: '',
        whenNot: '',
      }),
      entry(['A & B', 'C'], { guid: 'x', description: '', whenToUse: '', whenNot: '' }),
    ]);
  });
});

describe('XML from anywhere', () => {
  it.each([
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'forbidden'],
    ['<a>&nbsp;</a>', 'forbidden'],
    ['<a>&#0;</a>', 'forbidden'],
    ['<a><b></a></b>', 'xml'],
    ['<a/><b/>', 'xml'],
    ['<a', 'xml'],
    ['text', 'xml'],
    ['<a x="1" x="2"/>', 'xml'],
    ['<a>'.repeat(70), 'too-large'],
    ['', 'xml'],
  ])('refuses %s', (source, problem) => {
    expect(readXml(source)).toMatchObject({ problem });
  });

  it('says the line, and ends on any input', () => {
    expect(readXml('<a>\n<b>\n</a>')).toEqual({ problem: 'xml', line: 3 });
    const piece = fc.constantFrom(
      '<',
      '>',
      '/',
      'a',
      '"',
      '=',
      ' ',
      '&',
      ';',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<a>',
      '</a>',
      '<a b="c">',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const read = readXml(pieces.join(''));
        expect('problem' in read || read.name !== '').toBe(true);
      }),
    );
    const start = performance.now();
    readXml(`<a ${'b="c" '.repeat(50_000)}`);
    readXml(`<a>${'<'.repeat(100_000)}`);
    readXml(`<a>${'&amp;'.repeat(100_000)}</a>`);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('CSV from anywhere', () => {
  it('gives back every cell that is written', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', ',', ';', '"', '\n', '\r', '\t', "'", '=', ' '),
    });
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(rows, (table) => {
        const read = readCsv(writeCsv([['one', 'two'], ...table]));
        if ('problem' in read) throw new Error(read.problem);
        expect(read.slice(1).map((row) => row.map(unguarded))).toEqual(table);
      }),
    );
  });

  it('takes semicolons, tabs and any line ends, and says where a quote is not closed', () => {
    expect(readCsv('\uFEFFa;b\r1;"2;3"\r')).toEqual([
      ['a', 'b'],
      ['1', '2;3'],
    ]);
    expect(readCsv('a\tb\n1\t\n')).toEqual([
      ['a', 'b'],
      ['1', ''],
    ]);
    expect(readCsv('a,b\n"c')).toEqual({ problem: 'quote', line: 2 });
    expect(codebookFromCsv('colour\nred\n')).toEqual({ problem: 'no-names', line: 1 });
  });
});

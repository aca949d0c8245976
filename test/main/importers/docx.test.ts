import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSource } from '../../../main/importers/parse-source.ts';
import {
  docxOf,
  drawing,
  makeDocx,
  paragraph as p,
  relationship,
  run,
} from '../../support/make-docx.ts';
import { samplePng } from '../../support/office-sample.ts';
import { imported, inlinesOf, outlineOf } from './samples.ts';

const field = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
const instruction = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
const linesOf = async (body: string, rest = {}) =>
  outlineOf(await imported(docxOf({ body, ...rest }), 'a.docx'));

describe('a Word document', () => {
  it('has its text, headings, links, notes, comments, tables and pictures', async () => {
    const document = await imported(
      makeDocx({
        title: 'The title',
        author: 'Ada',
        blocks: [
          { heading: 1, text: 'One' },
          {
            runs: [
              { text: 'Words ' },
              { text: 'bold', bold: true },
              { text: ' and ' },
              { text: 'linked', link: 'https://example.org/' },
              { text: ' here', footnote: 'A note.' },
              { text: ' said', comment: { author: 'Bea', text: 'Really?' } },
            ],
          },
          {
            table: [
              ['a', 'b'],
              ['c', 'd'],
            ],
          },
          { picture: samplePng(), alternative: 'A square' },
        ],
      }),
      'a.docx',
    );
    expect(document).toMatchObject({
      title: 'The title',
      format: 'docx',
      details: { author: 'Ada' },
    });
    expect(outlineOf(document)).toEqual([
      'h1 One',
      'paragraph Words bold and linked here[1] said',
      'table a\tb\nc\td',
      'image A square',
      'rule',
      'paragraph [1] A note.',
    ]);
    expect(inlinesOf(document)).toEqual([
      'strong: bold',
      'https://example.org/: linked',
      'sup: [1]',
      '→ [1] A note.: [1]',
      '→ [1] said\n\na\tb\nc\td\n\nA: [1]',
    ]);
    expect(document.blocks.find(({ kind }) => kind === 'image')).toMatchObject({
      picture: { width: 4, height: 3 },
    });
    const [mark] = document.marks ?? [];
    expect(mark).toMatchObject({
      author: 'Bea',
      note: 'Really?',
      date: '2024-05-06T07:08:09.000Z',
    });
    expect(document.text.slice(mark?.start, mark?.end)).toBe(' said');
  });

  it('knows headings by level, by name in any language, and in circles of styles', async () => {
    const style = (id: string, inside: string): string =>
      `<w:style w:type="paragraph" w:styleId="${id}">${inside}</w:style>`;
    const styles =
      style('berschrift2', '<w:name w:val="heading 2"/>') +
      style('Own', '<w:name w:val="Mine"/><w:basedOn w:val="berschrift2"/>') +
      style('Body', '<w:basedOn w:val="Own"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>') +
      style('A', '<w:basedOn w:val="B"/>') +
      style('B', '<w:basedOn w:val="A"/>') +
      style('Titel', '<w:name w:val="Title"/>');
    const named = (id: string): string => p(run(id), `<w:pStyle w:val="${id}"/>`);
    const body =
      ['Titel', 'berschrift2', 'Own', 'Body', 'A', 'Titre3'].map(named).join('') +
      p(run('direct'), '<w:outlineLvl w:val="4"/>');
    expect(await linesOf(body, { styles })).toEqual([
      'h1 Titel',
      'h2 berschrift2',
      'h2 Own',
      'paragraph Body',
      'paragraph A',
      'h3 Titre3',
      'h5 direct',
    ]);
    expect((await imported(docxOf({ body, styles }), 'a.docx')).title).toBe('Titel');
  });

  it('counts lists by their definitions, with levels and new starts', async () => {
    const level = (at: number, format: string, text: string): string =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering =
      `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '%1.%2)')}${level(2, 'upperRoman', '%3')}</w:abstractNum>` +
      `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0A8;"/><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:lvl></w:abstractNum>` +
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
      '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>' +
      '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>';
    const item = (text: string, id: number, at = 0): string =>
      p(run(text), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`);
    const body =
      item('a', 1) +
      item('b', 1, 1) +
      item('c', 1, 1) +
      item('d', 1, 2) +
      item('e', 1) +
      item('f', 1, 1) +
      item('g', 2) +
      item('h', 1) +
      item('i', 3) +
      item('no', 0) +
      p(
        run('T'),
        '<w:outlineLvl w:val="0"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
      );
    expect(await linesOf(body, { numbering })).toEqual([
      '11. paragraph a',
      '21.a) paragraph b',
      '21.b) paragraph c',
      '3I paragraph d',
      '12. paragraph e',
      '22.a) paragraph f',
      '11. paragraph g',
      '12. paragraph h',
      '1☐ paragraph i',
      'paragraph no',
      'h1 3. T',
    ]);
  });

  it('shows what fields result in, never what they are told', async () => {
    const body =
      p(
        field('begin') +
          instruction('HYPERLINK "https://a.org/" \\l "x"') +
          field('separate') +
          run('link') +
          field('end') +
          run(' and ') +
          field('begin') +
          instruction('IF ') +
          field('begin') +
          instruction('MERGEFIELD y') +
          field('separate') +
          run('hidden') +
          field('end') +
          instruction(' = 1') +
          field('separate') +
          run('shown') +
          field('end'),
      ) +
      p(field('begin') + instruction('TOC \\o') + field('separate') + run('One')) +
      p(
        `<w:hyperlink w:anchor="there">${run('Two')}</w:hyperlink>${field('end')}<w:fldSimple w:instr="REF there \\h">${run('ref')}</w:fldSimple>`,
      ) +
      p(`<w:bookmarkStart w:name="there"/>${run('target')}`) +
      p(`${field('begin')}${run('a broken field hides nothing')}`);
    const document = await imported(docxOf({ body }), 'a.docx');
    expect(document.text).toBe(
      'link and shown\n\nOne\n\nTworef\n\ntarget\n\na broken field hides nothing',
    );
    expect(inlinesOf(document)).toEqual([
      'https://a.org/: link',
      '→ target\n\na broken fie: Tworef',
    ]);
  });

  it.each([
    [
      String.raw`EQ \* jc2 \* "Font:MS Mincho" \* hps10 \o\ad(\s\up 9(かんじ),漢字)`,
      '漢字(かんじ)',
    ],
    [String.raw`EQ \f(1;2)\r(3,x)`, '1/23√x'],
    [String.raw`eq \b\lc\{\rc\}(\a\al\co2(a,b,c\,d))`, '(a b c,d)'],
    [String.raw`EQ \o\ac(○,1)\(`, '○1('],
    ['PAGE', ''],
  ])('draws %s as text, unless it has a result', async (drawn, text) => {
    const [begin, part, end] = [field('begin'), field('separate'), field('end')];
    const body =
      p(`${run('a ')}${begin}${instruction(drawn)}${end}${run(' b')}`) +
      p(`${begin}${instruction(drawn)}${part}${end}${run('c')}`) +
      p(`${begin}${instruction(drawn)}${part}${run('result')}${end}`);
    expect((await imported(docxOf({ body }), 'a.docx')).text.split('\n\n')).toEqual([
      `a ${text} b`,
      `${text}c`,
      'result',
    ]);
  });

  it('takes tracked changes as if they were accepted', async () => {
    const body =
      p(`${run('a')}<w:ins>${run('b')}</w:ins><w:del><w:r><w:delText>c</w:delText></w:r></w:del>`) +
      p(`<w:moveFrom>${run('d')}</w:moveFrom><w:moveTo>${run('e')}</w:moveTo>`) +
      p(run('joined '), '<w:rPr><w:del/></w:rPr>') +
      p(run('line'));
    const document = await imported(docxOf({ body }), 'a.docx');
    expect(document.text).toBe('ab\n\ne\n\njoined line');
    expect(document.notices).toEqual([{ kind: 'changes-taken', count: null }]);
  });

  it('reads text boxes once, and leaves hidden text and headers out', async () => {
    const box = `<w:txbxContent>${p(run('in a box'))}</w:txbxContent>`;
    const body =
      p(
        `${run('before ')}<w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('after')}`,
      ) + p(run('secret', '<w:vanish/>') + run('seen', '<w:vanish w:val="0"/>'));
    expect(await linesOf(body)).toEqual([
      'paragraph before after',
      'paragraph in a box',
      'paragraph seen',
    ]);
  });

  it('reads what drawings and diagrams say', async () => {
    const said = (text: string): string => `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`;
    const drawn = (inside: string): string =>
      p(
        `<w:r><w:drawing><a:graphic><a:graphicData>${inside}</a:graphicData></a:graphic></w:drawing></w:r>`,
      );
    const body =
      drawn(`<a:txSp><a:txBody>${said('in a shape')}</a:txBody></a:txSp>`) +
      drawn('<dgm:relIds r:dm="data"/>') +
      drawn('<dgm:relIds r:dm="nowhere"/>');
    const data = `<dgm:dataModel><dgm:ptLst><dgm:pt><dgm:t>${said('first')}</dgm:t></dgm:pt><dgm:pt type="pres"/><dgm:pt><dgm:t>${said('second')}</dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>`;
    const document = await imported(
      docxOf({
        body,
        relationships: relationship('data', 'diagramData', 'diagrams/data1.xml'),
        files: { 'word/diagrams/data1.xml': new TextEncoder().encode(data) },
      }),
      'a.docx',
    );
    expect(document.text).toBe('in a shape\n\nfirst\n\nsecond');
    expect(document.notices).toEqual([{ kind: 'parts-left-out', count: 1 }]);
  });

  it('has words first and their reading after them', async () => {
    const ruby = `<w:r><w:ruby><w:rt>${run('kan')}</w:rt><w:rubyBase>${run('漢字')}</w:rubyBase></w:ruby></w:r>`;
    const document = await imported(
      docxOf({ body: p(`${run('a ')}${ruby}${run(' b')}`) }),
      'a.docx',
    );
    expect(document.text).toBe('a 漢字(kan) b');
    expect(inlinesOf(document)).toEqual(['sup: (kan)']);
  });

  it('knows signs, breaks, formulas, controls and smart tags', async () => {
    const body = p(
      `<w:smartTag>${run('tag ')}</w:smartTag><w:sdt><w:sdtPr/><w:sdtContent>${run('control')}</w:sdtContent></w:sdt>` +
        '<w:r><w:tab/><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Symbol" w:char="F061"/><w:br/><w:t>non</w:t><w:noBreakHyphen/><w:t>break</w:t></w:r>' +
        '<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b+c</m:t></m:r></m:den></m:f></m:oMath>',
    );
    const document = await imported(docxOf({ body }), 'a.docx');
    expect(document.text).toBe('tag control\t☑α\nnon\u2011breaka/(b+c)');
    expect(document.notices).toEqual([{ kind: 'formulas-as-text', count: 1 }]);
  });

  it('has the text of merged cells once, and reads nested tables in order', async () => {
    const cell = (inside: string, properties = ''): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`;
    const table = (...rows: string[]): string =>
      `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;
    const merged = table(
      cell(p(run('wide')), '<w:gridSpan w:val="2"/>') +
        cell(p(run('x')), '<w:vMerge w:val="restart"/>'),
      cell(p(run('a'))) + cell(p(run('b')) + p(run('c'))) + cell(p(run('x')), '<w:vMerge/>'),
    );
    const nested = table(
      cell(p(run('1')) + table(cell(p(run('2'))) + cell(p(run('3'))))) + cell(p(run('4'))),
    );
    expect(await linesOf(merged + nested)).toEqual([
      'table wide\t\tx\na\tb c\t',
      'paragraph 1',
      'table 2\t3',
      'paragraph 4',
    ]);
  });

  it('joins the replies of a comment, and finds its place also without a range', async () => {
    const comment = (id: number, text: string): string =>
      `<w:comment w:id="${id}" w:author="A${id}"><w:p w14:paraId="${id}0">${run(text)}</w:p></w:comment>`;
    const document = await imported(
      docxOf({
        body:
          p(`<w:commentRangeStart w:id="1"/>${run('first')}`) +
          p(`${run('last')}<w:commentRangeEnd w:id="1"/>${run(' rest')}`) +
          p(`${run('point')}<w:r><w:commentReference w:id="3"/></w:r>${run(' more')}`),
        comments: comment(1, 'asked') + comment(2, 'answered') + comment(3, 'there'),
        commentsExtended: '<w15:commentEx w15:paraId="20" w15:paraIdParent="10"/>',
      }),
      'a.docx',
    );
    expect(
      document.marks?.map(({ start, end, note }) => [document.text.slice(start, end), note]),
    ).toEqual([
      ['first\n\nlast', 'asked\n\nA2: answered'],
      ['point', 'there'],
    ]);
  });

  it('shows pictures inside a line, and counts those that cannot be shown', async () => {
    const document = await imported(
      docxOf({
        body:
          p(`${run('a ')}<w:r>${drawing('r1', 'a dot')}</w:r>${run(' b')}`) +
          p(`<w:r>${drawing('r2', 'image1.emf')}</w:r>`) +
          p(`<w:r>${drawing('r3', 'gone')}</w:r>`),
        relationships:
          relationship('r1', 'image', 'media/a.png') +
          relationship('r2', 'image', 'media/b.emf') +
          relationship('r3', 'image', 'https://example.org/c.png', true),
        files: { 'word/media/a.png': samplePng(), 'word/media/b.emf': new Uint8Array(50) },
      }),
      'a.docx',
    );
    expect(inlinesOf(document)).toEqual(['p1.png: a dot']);
    expect(outlineOf(document)).toEqual(['paragraph a  b', 'image gone']);
    expect(document.notices).toEqual([
      { kind: 'pictures-not-fetched', count: 1 },
      { kind: 'pictures-left-out', count: 1 },
    ]);
  });

  it('is found by its relationships, wherever its main part stands', async () => {
    const moved = docxOf({ body: p(run('moved')), main: 'strange/place.xml' });
    expect((await imported(moved, 'a')).text).toBe('moved');
  });
});

const sample = makeDocx({
  blocks: [
    { heading: 1, text: 'T' },
    { runs: [{ text: 'a', footnote: 'n', comment: { author: 'B', text: 'c' } }] },
    { table: [['a', 'b']] },
  ],
});

async function isSound(bytes: Uint8Array): Promise<void> {
  const result = await parseSource(bytes, 'a.docx', { variant: 'page' });
  if (!result.ok) expect(result.error.message).toContain('a.docx');
}

describe('a hostile Word document', () => {
  it('cut anywhere or with bytes changed ends in a document or an error', async () => {
    for (let end = 1; end < sample.length; end += 13) await isSound(sample.subarray(0, end));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(sample.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (changes) => {
          const bytes = Uint8Array.from(sample);
          for (const [at, value] of changes) bytes[at] = value;
          await isSound(bytes);
        },
      ),
      { numRuns: 150, seed: 6 },
    );
  });

  it.each([
    ['tables in tables', '<w:tbl><w:tr><w:tc>', 30_000],
    ['links in links', '<w:p><w:hyperlink w:anchor="x"><w:r><w:t>x</w:t></w:r>', 30_000],
    ['fields in fields', '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:t>x</w:t></w:r>', 30_000],
    ['jumps to nowhere', '<w:hyperlink w:anchor="x"><w:r><w:t>x</w:t></w:r></w:hyperlink>', 60_000],
    [
      'endless spans',
      '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr></w:tc>',
      3000,
    ],
  ])('with %s ends in time', { timeout: 20_000 }, async (_, part, count) => {
    await isSound(docxOf({ body: part.repeat(count) }));
  });

  it('is refused with a reason where it is locked, old or no text', async () => {
    const old = (stream: string): Uint8Array =>
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(600),
        Buffer.from(stream, 'utf16le'),
      ]);
    const message = async (bytes: Uint8Array): Promise<string> => {
      const result = await parseSource(bytes, 'a.docx', { variant: 'page' });
      return result.ok ? '' : result.error.message;
    };
    expect(await message(old('EncryptedPackage'))).toMatch(/password/);
    expect(await message(old('WordDocument'))).toMatch(/Save it as \.docx/);
    expect(await message(old('Workbook'))).toMatch(/Office documents other than Word/);
    for (const start of ['dba52d00', 'dca56800', '9ba52100', 'fe370023', '31be0000']) {
      const older = Buffer.concat([Buffer.from(start, 'hex'), Buffer.alloc(200)]);
      expect(await message(older)).toMatch(/Save it as \.docx/);
    }
    expect(await message(docxOf({ body: p('') }))).toMatch(/holds no text to read.*PDF/);
  });
});

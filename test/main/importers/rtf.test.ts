import { describe, expect, it } from 'vitest';
import { makeRtf, rtfOf } from '../../support/make-rtf.ts';
import { endsWell, everything, survivesDamage } from './office-formats.ts';
import { imported, inlinesOf, outlineOf } from './samples.ts';

const read = (body: string, header = '') => imported(rtfOf(body, header), 'a.rtf');

describe('a rich text file', () => {
  it('has its text, headings, links, notes, comments, tables and pictures', async () => {
    const document = await imported(makeRtf(everything), 'a.rtf');
    expect(document).toMatchObject({
      title: 'The title',
      format: 'rtf',
      details: { author: 'Ada' },
    });
    expect(outlineOf(document)).toEqual([
      'h1 One',
      'paragraph Words bold and linked here[1] said',
      'table a\tb\nc\tש',
      'image',
      'rule',
      'paragraph [1] A note.',
    ]);
    expect(inlinesOf(document).slice(0, 3)).toEqual([
      'strong: bold',
      'https://example.org/: linked',
      'sup: [1]',
    ]);
    const [mark] = document.marks ?? [];
    expect(mark).toMatchObject({ author: 'Bea', note: 'Really?' });
    expect(document.text.slice(mark?.start, mark?.end)).toBe(' said');
  });

  it.each([
    [String.raw`\f1\'cf\'f0\'e8`, 'При'],
    [String.raw`\f2\'82\'a0\'83A`, 'あア'],
    [String.raw`\f3\'d6\'d0`, '中'],
    [String.raw`\f4\'b7\u-3913?`, '••'],
    [String.raw`\uc2\u8364\'80\'80!`, '€!'],
    [String.raw`\uc0\u-10179\u-8704 .`, '😀.'],
    [String.raw`{\upr{\'3f}{\*\ud{\u1076?}}}x`, 'дx'],
    [String.raw`a\~b\_c\emdash d\line e`, 'a\u00a0b\u2011c—d\ne'],
    [String.raw`seen{\v hidden}{\*\unknown x}{\deleted old}`, 'seen'],
    [
      String.raw`{\field{\*\fldinst PAGE {\field{\*\fldinst X}{\fldrslt no}}}{\fldrslt yes}}`,
      'yes',
    ],
    [String.raw`a\bin4 }}}}b`, 'ab'],
    [String.raw`\f5\'f3\f6\'a5`, 'óĄ'],
    [String.raw`\f7\'f3\f8\'e1\f9\'e0`, 'уαą'],
    [String.raw`\f10\'e0`, 'à'],
    [
      String.raw`{\field{\*\fldinst EQ \\* jc2 \\* hps10 \\o\\ad(\\s\\up 9(\u12363?),\u28450?)}{\fldrslt }}x`,
      '漢(か)x',
    ],
  ])('reads %s', async (body, text) => {
    const fonts = String.raw`{\fonttbl{\f0 A;}{\f1\fcharset204 B;}{\f2\fcharset128 C;}{\f3\fcharset134 D;}{\f4\fcharset2 Symbol;}{\f5 E;}{\f6\cpg1250 F;}{\f7 Arial Cyr;}{\f8 Times New Roman Greek;}{\f9 Arial Baltic;}{\f10\fcharset0 Cyr;}}`;
    expect((await read(body, fonts)).text).toBe(text);
  });

  it.each([
    [String.raw`\pc`, 'a49b', 'ñ¢'],
    [String.raw`\pca`, 'a4ab', 'ñ½'],
    [String.raw`\ansicpg852`, 'a4bd', 'ĄŻ'],
    [String.raw`\ansicpg28592`, 'a3ab', 'ŁŤ'],
    [String.raw`\ansicpg10029`, '848b', 'Ąč'],
  ])('knows the code page of %s', async (page, bytes, text) => {
    const body = bytes.replace(/../g, String.raw`\'$&`);
    expect((await imported(`{\\rtf1${page} ${body}}`, 'a.rtf')).text).toBe(text);
  });

  it.each(['\ufeff', '\r\n ', ''])('is known behind %j, also without its f', async (before) => {
    expect(await imported(`${before}{\\rtf1 words}`, 'a.doc')).toMatchObject({
      format: 'rtf',
      text: 'words',
    });
    expect(await imported(`${before}{\\rt{words}}`, 'a.doc')).toMatchObject({
      format: 'rtf',
      text: 'words',
    });
  });

  it('knows lists, styles, nested tables and text boxes', async () => {
    const document = await read(
      String.raw`\pard\s3 Named\par\pard\ls1{\listtext 1.\tab}one\par\pard\ls1\ilvl1{\listtext\f0 a)\tab}two\par
\trowd\trhdr\pard\intbl h\cell i\cell\row\trowd\pard\intbl j\cell\pard\itap2\intbl k\nestcell l\nestcell\nestrow\pard\intbl m\cell\row
\pard before{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt\pard boxed\par}}} after\par`,
      String.raw`{\stylesheet{\s0 Normal;}{\s3\outlinelevel1 Mine;}}`,
    );
    expect(outlineOf(document)).toEqual([
      'h2 Named',
      '11. paragraph one',
      '2a) paragraph two',
      'paragraph h',
      'paragraph i',
      'paragraph j',
      'table k\tl',
      'paragraph m',
      'paragraph before after',
      'paragraph boxed',
    ]);
  });

  it('survives damage, depth and lengths that are lies', { timeout: 60_000 }, async () => {
    await survivesDamage(makeRtf(everything), 'a.rtf', 3);
    const deep = (part: string, count: number) => rtfOf(part.repeat(count));
    for (const body of [
      '{',
      '{\\b x',
      '{\\footnote x',
      '{\\shptxt x',
      '\\itap9\\nestcell ',
      '{\\field{\\*\\fldinst x',
    ]) {
      await endsWell(deep(body, 100_000), 'a.rtf');
    }
    await endsWell(rtfOf('a\\bin2147483647 b'), 'a.rtf');
    expect((await imported(deep('{x', 20_000), 'a.rtf')).text).toHaveLength(20_000);
  });
});

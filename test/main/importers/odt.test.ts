import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseSource } from '../../../main/importers/parse-source.ts';
import { makeOdt, odtOf } from '../../support/make-odt.ts';
import { endsWell, everything, survivesDamage } from './office-formats.ts';
import { bytesOf, imported, inlinesOf, outlineOf } from './samples.ts';

const read = (text: string, rest = {}) => imported(odtOf({ text, ...rest }), 'a.odt');
const p = (text: string): string => `<text:p>${text}</text:p>`;

describe('an OpenDocument text', () => {
  it('has its text, headings, links, notes, comments, tables and pictures', async () => {
    const document = await imported(makeOdt(everything), 'a.odt');
    expect(document).toMatchObject({
      title: 'The title',
      format: 'odt',
      details: { author: 'Ada' },
    });
    expect(outlineOf(document)).toEqual([
      'h1 One',
      'paragraph Words bold and linked here[1] said',
      'table a\tb\nc\tש',
      'image A square',
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

  it('counts lists and headings by their styles', async () => {
    const level = (at: number, format: string, shown = 1): string =>
      `text:level="${at}" style:num-format="${format}" text:display-levels="${shown}" style:num-suffix="."`;
    const styles =
      `<text:list-style style:name="L"><text:list-level-style-number ${level(1, '1')}/><text:list-level-style-number ${level(2, 'a', 2)}/></text:list-style>` +
      `<text:outline-style><text:outline-level-style ${level(1, 'I')}/></text:outline-style>`;
    const item = (inside: string): string => `<text:list-item>${inside}</text:list-item>`;
    const list = (inside: string, more = ''): string =>
      `<text:list text:style-name="L" ${more}>${inside}</text:list>`;
    const document = await read(
      '<text:h text:outline-level="1">H</text:h>' +
        list(item(p('a') + list(item(p('b')) + item(p('c')))) + item(p('d') + p('e'))) +
        p('between') +
        list(item(p('f')), 'text:continue-numbering="true"') +
        `<text:list>${item(p('g'))}</text:list>`,
      { styles },
    );
    expect(outlineOf(document)).toEqual([
      'h1 I. H',
      '11. paragraph a',
      '21.a. paragraph b',
      '21.b. paragraph c',
      '12. paragraph d',
      '1· paragraph e',
      'paragraph between',
      '13. paragraph f',
      '1• paragraph g',
    ]);
  });

  it('collapses white space, leaves deletions out and reads boxes after their paragraph', async () => {
    const document = await read(
      `<text:tracked-changes><text:changed-region><text:deletion>${p('gone')}</text:deletion></text:changed-region></text:tracked-changes>` +
        p(
          ' a\n  b<text:s text:c="2"/>c<text:tab/>d<draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame> e',
        ),
    );
    expect(document.text).toBe('a b  c\td e\n\nboxed');
    expect(document.notices).toEqual([{ kind: 'changes-taken', count: null }]);
  });

  it('shows what is not hidden, and readings after their words', async () => {
    const section = (hidden: string, text: string): string =>
      `<text:section text:display="condition" text:is-hidden="${hidden}">${p(text)}</text:section>`;
    const document = await read(
      section('true', 'secret') +
        section('false', 'section') +
        p('<text:hidden-paragraph text:is-hidden="true"/>secret') +
        p('<text:hidden-paragraph text:is-hidden="false"/>paragraph') +
        p(
          'a<text:hidden-text text:is-hidden="true">secret</text:hidden-text><text:hidden-text text:is-hidden="false">b</text:hidden-text><text:hidden-text>secret</text:hidden-text>',
        ) +
        p(
          '<text:ruby><text:ruby-base>漢字</text:ruby-base><text:ruby-text>kan</text:ruby-text></text:ruby>',
        ),
    );
    expect(document.text).toBe('section\n\nparagraph\n\nab\n\n漢字(kan)');
    expect(inlinesOf(document)).toEqual(['sup: (kan)']);
  });

  it('is read flat as well, also with templates before its body', async () => {
    const flat =
      '<?xml version="1.0"?><office:document xmlns:office="o" office:mimetype="application/vnd.oasis.opendocument.text"><office:styles><table:table-template><table:body/></table:table-template></office:styles><office:body><office:text><text:p>flat</text:p></office:text></office:body></office:document>';
    expect(await imported(flat, 'a.fodt')).toMatchObject({ format: 'odt', text: 'flat' });
  });

  it('repeats cells only so far', async () => {
    const cell = (count: number, inside = ''): string =>
      `<table:table-cell table:number-columns-repeated="${count}">${inside}</table:table-cell>`;
    const row = (inside: string, count = 1): string =>
      `<table:table-row table:number-rows-repeated="${count}">${inside}</table:table-row>`;
    const table = (inside: string): string => `<table:table>${inside}</table:table>`;
    const bomb = (depth: number): string =>
      depth === 0 ? p('x') : table(row(cell(1_000_000, bomb(depth - 1)), 1_000_000));
    expect(await read(table(row(cell(2, p('x')) + cell(1_000_000), 2)))).toMatchObject({
      blocks: [{ rows: [{ length: 66 }, { length: 66 }] }],
    });
    await endsWell(odtOf({ text: bomb(40) }), 'a.odt');
  });

  it(
    'survives damage and depth; locked ones and sheets are refused',
    { timeout: 60_000 },
    async () => {
      await survivesDamage(makeOdt(everything), 'a.odt', 11);
      for (const part of [
        '<text:section>',
        '<text:list><text:list-item>',
        '<text:p><text:span>x',
        '<table:table><table:table-row><table:table-cell>',
      ]) {
        await endsWell(odtOf({ text: part.repeat(50_000) }), 'a.odt');
      }
      const message = async (bytes: Uint8Array): Promise<string> => {
        const result = await parseSource(bytes, 'a.odt', { variant: 'page' });
        return result.ok ? '' : result.error.message;
      };
      const manifest = bytesOf(
        '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
      );
      expect(
        await message(odtOf({ text: p('x'), files: { 'META-INF/manifest.xml': manifest } })),
      ).toMatch(/password/);
      const sheet = zipSync({
        mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
        'content.xml': strToU8('<a/>'),
      });
      expect(await message(sheet)).toMatch(/OpenDocument files other than texts/);
    },
  );
});

import { describe, expect, it } from 'vitest';
import { makeEpub, type EpubParts } from '../../support/make-epub.ts';
import { parseSource } from '../../../main/importers/parse-source.ts';
import type { ImportedDocument } from '../../../main/importers/imported-draft.ts';
import { inlinesOf, outlineOf } from './samples.ts';

/** A PNG as far as its size is concerned. */
function png(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(33);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

const files = { 'OPS/i/large.png': png(900, 600), 'OPS/i/small.png': png(16, 16) };

async function read(parts: EpubParts): Promise<ImportedDocument> {
  const result = await parseSource(makeEpub(parts), 'book.epub', { variant: 'page' });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
const page = (body: string, more: EpubParts['files'] = {}) =>
  read({ documents: [{ name: 'a.xhtml', body }], files: { ...files, ...more } });
const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

describe('pictures of an EPUB', () => {
  it('stand among the words where they are small, and apart where they are large', async () => {
    const { content, pictures } = await page(
      '<p>a <img src="i/small.png" alt="tick"/> b</p><p>before <img src="i/large.png" alt="A view"/> after</p>' +
        '<p><img src="i/../i/LARGE.png" alt=""/></p><table><tr><th>x</th><td><img src="i/large.png" alt="t"/></td></tr></table>',
    );
    expect(outlineOf(content)).toEqual([
      'paragraph a b',
      'paragraph before',
      'image A view',
      'paragraph after',
      'image',
      'table x\t',
    ]);
    expect(inlinesOf(content)).toEqual(['p1.png: tick', 'p2.png: t']);
    expect(content.blocks[2]).toMatchObject({ origin: '/6/2!/4/4/2' });
    expect(pictures.map(({ file, bytes }) => [file, bytes.length])).toEqual([
      ['p1.png', 33],
      ['p2.png', 33],
    ]);
    expect(content.blocks[4]).toMatchObject({
      picture: { file: 'p2.png', width: 900, height: 600 },
    });
  });

  it('leave their words where there is nothing to show, and nothing is fetched', async () => {
    const { content, pictures } = await page(
      `<p><img src="gone.png" alt="Gone"/></p><p>is <img src="https://t.t/x.png" alt="far"/></p><p><img src="//t.t/y.png"/>
      <img src="bad.png" alt="Broken"/> <img src="file:///etc/passwd" alt="file"/><img src="javascript:x" alt="no"/></p>
      <p>pixel<img src="i/small.png" width="1" alt="spy"/></p>`,
      { 'OPS/bad.png': 'no picture' },
    );
    expect(outlineOf(content)).toEqual([
      'image Gone',
      'paragraph is far',
      'image Broken',
      'image file',
      'image no',
      'paragraph pixel',
    ]);
    expect(pictures).toEqual([]);
    expect(content.notices).toEqual([
      { kind: 'pictures-not-fetched', count: 2 },
      { kind: 'pictures-left-out', count: 1 },
    ]);
  });

  it('do nothing when they are drawings', async () => {
    const evil = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200" onload="x()"><title>Chart</title>
      <script>x()</script><style>@import "http://t.t/s.css"; a{}</style><style>.b { fill: red }</style>
      <foreignObject><p>html</p></foreignObject><a href="javascript:x()"><rect width="9" height="9" style="fill:url(http://t.t/)" fill="url(#g)"/></a>
      <image href="http://t.t/p.png"/><image href="i/small.png"/><use href="other.svg#x"/><use href="#g"/>
      <text x="1">Sales &amp; costs</text><animate attributeName="href" to="javascript:x()"/></svg>`;
    const { content, pictures } = await page(`<p>see ${evil}</p><img src="e.svg" alt="file"/>`, {
      'OPS/e.svg': evil,
    });
    expect(outlineOf(content)).toEqual([
      'paragraph see',
      'image Chart html Sales & costs',
      'image file',
    ]);
    expect(pictures.map(({ file }) => file)).toEqual(['p1.svg', 'p2.svg']);
    for (const { bytes } of pictures) {
      const svg = textOf(bytes);
      expect(svg).not.toMatch(/script|onload|http:\/\/t|foreign|html|animate|import|other/i);
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      expect(svg).toContain('.b { fill: red }');
      expect(svg).toContain('Sales &amp; costs');
    }
    expect(textOf(pictures[0]?.bytes)).toContain('data:image/png;base64,iVBORw0K');
  });

  it('are not drawings that draw themselves a billion times', async () => {
    const level = (n: number): string =>
      `<g id="l${n}">${`<use href="#l${n - 1}"/>`.repeat(10)}</g>`;
    const bomb = `<svg viewBox="0 0 300 200"><g id="l0"><rect/></g>${[1, 2, 3, 4, 5, 6, 7, 8, 9].map(level).join('')}<use href="#loop" id="loop"/></svg>`;
    const { content, pictures } = await page(`<p>a</p>${bomb}<img src="b.svg" alt="bomb"/>`, {
      'OPS/b.svg': bomb,
    });
    expect(pictures).toEqual([]);
    expect(content.text).toBe('a\n\nbomb');
  });

  it.each([
    [
      'properties',
      {
        manifest:
          '<item id="c" href="i/large.png" media-type="image/png" properties="cover-image"/>',
      },
    ],
    [
      'meta',
      {
        metadata: '<dc:title>T</dc:title><meta name="cover" content="c"/>',
        manifest: '<item id="c" href="i/large.png" media-type="image/png"/>',
      },
    ],
    ['guide', { guide: '<guide><reference type="cover" href="cover.xhtml"/></guide>' }],
  ])('may be the cover, named by %s', async (_, parts) => {
    const cover =
      '<html><body><svg viewBox="0 0 1 1"><image xlink:href="i/large.png"/></svg></body></html>';
    const { content } = await read({
      documents: [{ name: 'a.xhtml', body: '<p>x</p>' }],
      files: { ...files, 'OPS/cover.xhtml': cover },
      ...parts,
    });
    expect(content.cover).toBe('p1.png');
  });

  it('may be whole documents of the spine', async () => {
    const { content } = await read({
      documents: [
        { name: 'a.xhtml', body: '<svg viewBox="0 0 1 1"><image xlink:href="i/large.png"/></svg>' },
      ],
      files: {
        ...files,
        'OPS/package.opf': `<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>
          <item id="b" href="i/large.png" media-type="image/png"/><item id="c" href="c.svg" media-type="image/svg+xml"/></manifest>
          <spine><itemref idref="a"/><itemref idref="b"/><itemref idref="c"/></spine></package>`,
        'OPS/c.svg':
          '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 800"><text>Page</text></svg>',
      },
    });
    expect(outlineOf(content)).toEqual(['image', 'image', 'image Page']);
    expect(content.notices).toBeUndefined();
  });
});

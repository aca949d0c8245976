import { describe, expect, it } from 'vitest';
import { makeEpub, makeXhtml, type EpubParts } from '../../support/make-epub.ts';
import { imported } from './samples.ts';

const documents = [
  { name: 'a.xhtml', body: '<h1 id="a1">One</h1><p>text</p><h2 id="a2">Part</h2><p>text</p>' },
  { name: 'b.xhtml', body: '<h1>Two</h1><p>text</p>' },
];
const book = (parts: EpubParts) => imported(makeEpub({ documents, ...parts }), 'my_book.epub');

describe('the package of an EPUB', () => {
  it('says what the book is, in the terms of EPUB 3', async () => {
    const { title, details } = await book({
      metadata: `<dc:title id="s">Sub</dc:title><dc:title id="t">  The
        Book </dc:title><meta refines="#t" property="title-type">main</meta><meta refines="#s" property="title-type">subtitle</meta>
        <dc:creator id="c2">Second</dc:creator><meta refines="#c2" property="display-seq">2</meta>
        <dc:creator id="c1">First</dc:creator><meta refines="#c1" property="display-seq">1</meta>
        <dc:creator id="c3">Other</dc:creator><meta refines="#c3" property="role">trl</meta>
        <dc:language>de</dc:language><dc:publisher>House &amp; Sons</dc:publisher><dc:date>2001</dc:date>
        <dc:identifier>urn:isbn:1</dc:identifier><dc:description>&lt;p&gt;About &lt;b&gt;it&lt;/b&gt;&lt;/p&gt;</dc:description>
        <meta property="belongs-to-collection" id="k">Cycle</meta><meta refines="#k" property="group-position">3</meta>`,
    });
    expect(title).toBe('The Book');
    expect(details).toEqual({
      author: 'First, Second',
      site: null,
      date: '2001',
      language: 'de',
      more: [
        { name: 'subtitle', value: 'Sub' },
        { name: 'contributor', value: 'Other (trl)' },
        { name: 'publisher', value: 'House & Sons' },
        { name: 'identifier', value: 'urn:isbn:1' },
        { name: 'description', value: 'About it' },
        { name: 'series', value: 'Cycle, 3' },
      ],
    });
  });

  it('says it in the terms of EPUB 2, and nothing where nobody knew', async () => {
    const { details } = await book({
      version: '2.0',
      metadata: `<dc-metadata><dc:Title>T</dc:Title><dc:Creator opf:role="aut">A</dc:Creator><dc:creator opf:role="ill">I</dc:creator>
        <dc:date opf:event="modification">2020</dc:date><dc:date opf:event="publication">1999</dc:date>
        <dc:identifier opf:scheme="ISBN">2</dc:identifier></dc-metadata>
        <x-metadata><meta name="calibre:series" content="S"/><meta name="calibre:series_index" content="1.0"/></x-metadata>`,
    });
    expect(details).toMatchObject({ author: 'A', date: '1999' });
    expect(details.more).toEqual([
      { name: 'contributor', value: 'I (ill)' },
      { name: 'identifier', value: 'ISBN: 2' },
      { name: 'series', value: 'S, 1.0' },
    ]);
    const messy = await book({
      metadata: '<dc:title>Unknown</dc:title><dc:creator>unknown author</dc:creator>',
    });
    expect([messy.title, messy.details.author]).toEqual(['My book', null]);
  });

  const nav = `<nav epub:type="landmarks"><ol><li><a href="b.xhtml">no</a></li></ol></nav><nav epub:type="toc"><h1>Contents</h1>
    <ol><li><span>Group</span><ol><li><a href="a.xhtml">One</a><ol><li><a href="a.xhtml#a2">A <i>part</i></a></li></ol></li></ol></li>
    <li><a href="b.xhtml#gone">Two</a></li><li><a href="nowhere.xhtml">Lost</a></li><li><a href="http://x.y/">Web</a></li></ol></nav>`;
  const ncx = `<navPoint><navLabel><text>One</text></navLabel><content src="a.xhtml#a1"/>
    <navPoint><navLabel><text>Part</text></navLabel><content src="a.xhtml#a2"/></navPoint></navPoint>`;

  it('brings the contents of the navigation document, else of the NCX', async () => {
    const { outline, text } = await book({ nav, ncx });
    const two = text.indexOf('Two');
    expect(outline).toEqual([
      { level: 1, text: 'Group', start: 0 },
      { level: 2, text: 'One', start: 0 },
      { level: 3, text: 'A part', start: text.indexOf('Part') },
      { level: 1, text: 'Two', start: two },
    ]);
    const old = await book({ version: '2.0', ncx });
    expect(old.outline).toEqual([
      { level: 1, text: 'One', start: 0 },
      { level: 2, text: 'Part', start: text.indexOf('Part') },
    ]);
    expect((await book({})).outline).toBeUndefined();
  });

  it('is found where the container does not say where it is', async () => {
    for (const container of [null, '<container/>', '<a', 'OPS/nothing.opf']) {
      const files = { 'META-INF/container.xml': container };
      expect((await book({ files })).title).toBe('A Book');
    }
  });

  it('makes a book of an archive that does not call itself one', async () => {
    const mimetype = { mimetype: null };
    expect((await book({ files: mimetype })).format).toBe('epub');
    const files = { ...mimetype, 'META-INF/container.xml': null };
    expect((await book({ files })).format).toBe('epub');
  });

  it('is not needed to read the pages', async () => {
    for (const opf of [
      null,
      '',
      '<package/>',
      '<package><manifest/><spine><itemref idref="x"/></spine></package>',
    ]) {
      const content = await book({ files: { 'OPS/package.opf': opf } });
      expect(content.text).toMatch(/^One[\s\S]*Two/);
      expect(content.notices).toEqual([{ kind: 'damaged', count: null }]);
    }
  });

  it('may name what is missing, twice, or nothing that is read', async () => {
    const content = await imported(
      makeEpub({
        documents: [
          ...documents,
          documents[0] ?? { name: '', body: '' },
          { name: 'gone.xhtml', body: '' },
        ],
        files: { 'OPS/gone.xhtml': null },
        manifest: '<item id="d0" href="b.xhtml" media-type="application/xhtml+xml"/>',
      }),
      'a.epub',
    );
    expect(content.text.match(/One/g)).toHaveLength(1);
    expect(content.notices).toEqual([{ kind: 'parts-left-out', count: 1 }]);
  });

  it('follows fallbacks, in a circle too', async () => {
    const opf = `<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="x" href="x.bin" media-type="a/b" fallback="y"/>
      <item id="y" href="y.bin" media-type="a/b" fallback="z"/><item id="z" href="a.xhtml" media-type="application/xhtml+xml"/>
      <item id="o" href="o.bin" media-type="a/b" fallback="o"/></manifest><spine><itemref idref="x"/><itemref idref="o"/></spine></package>`;
    const content = await book({ files: { 'OPS/package.opf': opf } });
    expect(content.text).toMatch(/^One/);
    expect(content.notices).toEqual([{ kind: 'parts-left-out', count: 1 }]);
  });

  it('says that the layout is fixed', async () => {
    const metadata = '<dc:title>F</dc:title><meta property="rendition:layout">pre-paginated</meta>';
    expect((await book({ metadata })).notices).toEqual([{ kind: 'fixed-layout', count: null }]);
    const old = '<dc:title>F</dc:title><meta name="fixed-layout" content="true"/>';
    expect((await book({ metadata: old })).notices).toEqual([
      { kind: 'fixed-layout', count: null },
    ]);
  });

  it('is read from an archive whose directory is cut off', async () => {
    const bytes = makeEpub({ documents, files: { 'OPS/late.txt': 'x'.repeat(100) } });
    const directory = bytes.findIndex(
      (_, at) => String.fromCharCode(...bytes.subarray(at, at + 4)) === 'PK\x01\x02',
    );
    const content = await imported(bytes.subarray(0, directory + 10), 'a.epub');
    expect(content.text).toMatch(/^One[\s\S]*Two/);
    expect(content.notices).toEqual([{ kind: 'damaged', count: null }]);
    expect(makeXhtml('')).toContain('<body>');
  });
});

import { describe, expect, it } from 'vitest';
import { makeEpub, makeXhtml, type EpubParts } from '../../support/make-epub.ts';
import { imported, inlinesOf, outlineOf } from './samples.ts';

const book = (parts: EpubParts) => imported(makeEpub(parts), 'book.epub');
const page = (body: string) => book({ documents: [{ name: 'a.xhtml', body }] });

describe('EPUB', () => {
  it('reads the documents of the spine in their order, each once', async () => {
    const content = await book({
      documents: [
        { name: 'z.xhtml', body: '<p>first</p>' },
        { name: 'a.xhtml', body: '<p>second</p>', linear: 'no' },
        { name: 'm/b%20c.xhtml', body: '<h1>third</h1>' },
      ],
    });
    expect(content.format).toBe('epub');
    expect(outlineOf(content)).toEqual(['paragraph first', 'paragraph second', 'h1 third']);
    expect(content.parts).toEqual([
      { name: 'z.xhtml', start: 0 },
      { name: 'a.xhtml', start: 7 },
      { name: 'm/b c.xhtml', start: 15 },
    ]);
    expect(content.notices).toBeUndefined();
  });

  it('says where the source has each block', async () => {
    const content = await book({
      documents: [
        { name: 'a.xhtml', body: '<p>x</p>' },
        {
          name: 'b.xhtml',
          body: '<!-- c --><h1>h</h1><div>d<p>e</p><ul><li>f</li><li>g</li></ul></div><table><tr><th>1</th><td>2</td></tr></table>',
        },
      ],
    });
    expect(content.blocks.map(({ origin }) => origin)).toEqual([
      '/6/2!/4/2',
      '/6/4!/4/2',
      '/6/4!/4/4',
      '/6/4!/4/4/2',
      '/6/4!/4/4/4/2',
      '/6/4!/4/4/4/4',
      '/6/4!/4/6',
    ]);
  });

  it('jumps to places in the book and links out of it', async () => {
    const content = await book({
      documents: [
        {
          name: 'a.xhtml',
          body: '<p id="p">See <a href="notes.xhtml#n%31">note</a>, <a href="#p">here</a>, <a href="notes.xhtml">notes</a>, <a href="notes.xhtml#gone">gone</a>, <a href="https://a.b/c">web</a>, <a href="other.xhtml">none</a>, <a href="javascript:x()">no</a>.</p>',
        },
        {
          name: 'notes.xhtml',
          body: '<h2>Notes</h2><p>zero</p><aside epub:type="footnote" id="n1"><p>one <a href="a.xhtml#p">back</a></p></aside>',
        },
      ],
    });
    expect(inlinesOf(content)).toEqual([
      '→ one back: note',
      '→ See note, here, note: here',
      '→ Notes\n\nzero\n\none bac: notes',
      '→ Notes\n\nzero\n\none bac: gone',
      'https://a.b/c: web',
      '→ See note, here, note: back',
    ]);
    expect(content.text).toBe(
      'See note, here, notes, gone, web, none, no.\n\nNotes\n\nzero\n\none back',
    );
  });

  it('finds anchors of every kind at their place', async () => {
    const targets = ['h', 'i', 'li', 'c', 'code', 'old', 'end', 'row', 'pb'];
    const links = targets.map((id) => `<a href="#${id}">${id}</a> `).join('');
    const content = await page(
      `<p>${links}</p><h1 id="h">Head</h1><p>in <b id="i">bold</b></p><ul><li>0</li><li id="li">1</li></ul>
       <table><tr><th>a</th><td>b</td></tr><tr id="row"><td>c</td><td>d <i id="c">e</i></td></tr></table>
       <pre><code id="code">f()</code></pre><p>x <a name="old"/>y<span epub:type="pagebreak" id="pb">12</span> z</p><p>last<a id="end"/></p>`,
    );
    const found = inlinesOf(content).map((inline) => inline.slice(0, inline.lastIndexOf(':')));
    expect(found.map((inline) => inline.replaceAll(/\s+/g, ' '))).toEqual([
      '→ Head in bold 0 1 ',
      '→ bold 0 1 a b c d e',
      '→ 1 a b c d e f() x',
      '→ e f() x y z last',
      '→ f() x y z last',
      '→ y z last',
      '→ ',
      '→ c d e f() x y z l',
      '→ z last',
      'strong',
      'emphasis',
    ]);
    expect(content.text.endsWith('x y z\n\nlast')).toBe(true);
  });

  it('is not fooled by elements that close themselves', async () => {
    const content = await book({
      documents: [
        {
          name: 'a.xhtml',
          body: '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script/><style/></head><body><a id="x"/><p>one<br/>two<span/> three</p><div/><i/>four</body></html>',
        },
      ],
    });
    expect(content.text).toBe('one\ntwo three\n\nfour');
    expect(inlinesOf(content)).toEqual([]);
  });

  it('reads what calls itself XHTML and is not', async () => {
    const { text } = await page(
      '<p>one<br>two &nbsp;&mdash; caf&eacute;<p>three <b>bold</p><img src="x"><a id="y"/>four</DIV>',
    );
    expect(text).toBe('one\ntwo \u00a0— café\n\nthree bold\n\nfour');
  });

  it('reads ruby, switches, formulas and what is hidden', async () => {
    const content = await page(
      `<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</rt></ruby>。</p>
      <p>a <epub:switch><epub:case required-namespace="x">no</epub:case><epub:default>yes</epub:default></epub:switch></p>
      <p>so <m:math alttext="t"><m:msup><m:mi>x</m:mi><m:mn>2</m:mn></m:msup><m:mo>=</m:mo><m:mfrac><m:mn>1</m:mn><m:mn>2</m:mn></m:mfrac></m:math>,
      <m:math alttext="sum of all"/></p><p hidden="hidden">h</p><p style="display:none">n</p><p aria-hidden="true">seen</p>
      <label for="q">label</label> <button>press</button><input id="q" value="v"/>`,
    );
    expect(content.text).toBe(
      '漢字(かんじ)。\n\na yes\n\nso x2=1/2, sum of all\n\nseen\n\nlabel press',
    );
    expect(inlinesOf(content)).toEqual(['sup: (かんじ)', 'sup: 2']);
    expect(content.notices).toEqual([
      { kind: 'formulas-as-text', count: 2 },
      { kind: 'forms-as-text', count: null },
    ]);
  });

  it('reads documents in the encoding that they declare, and names however they are spelled', async () => {
    const latin =
      '<?xml version="1.0" encoding="windows-1251"?><html><body><p>PRIVET</p></body></html>';
    const cyrillic = Uint8Array.from(
      latin.replace('PRIVET', '\xcf\xf0\xe8\xe2\xe5\xf2'),
      (letter) => letter.charCodeAt(0),
    );
    const wide = makeXhtml('<p>wide</p>').replace('UTF-8', 'UTF-16');
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...Array.from(wide).flatMap((letter) => [letter.charCodeAt(0), 0]),
    ]);
    const content = await book({
      documents: [
        { name: 'a.xhtml', body: '' },
        { name: 'B.xhtml', body: '' },
        { name: 'sub\\c.xhtml', body: '' },
        { name: 'caf%C3%A9.xhtml', body: '' },
      ],
      files: {
        'OPS/a.xhtml': cyrillic,
        'OPS/B.xhtml': null,
        'OPS/b.XHTML': utf16,
        'OPS/sub\\c.xhtml': null,
        'OPS/sub/c.xhtml': makeXhtml('<p>slash</p>'),
        'OPS/café.xhtml': null,
        ['OPS/café.xhtml'.normalize('NFD')]: makeXhtml('<p>accent</p>'),
      },
    });
    expect(content.text).toBe('Привет\n\nwide\n\nslash\n\naccent');
    expect(content.notices).toBeUndefined();
  });

  it('keeps text of every direction in the order of the source', async () => {
    const content = await book({
      spine: 'page-progression-direction="rtl"',
      documents: [{ name: 'a.xhtml', body: '<p dir="rtl">שלום <bdo dir="ltr">abc</bdo> عالم</p>' }],
    });
    expect(content.text).toBe('שלום abc عالم');
  });
});

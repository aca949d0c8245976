import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { makeFb2 } from '../../support/make-fb2.ts';
import { endsWell, everything, survivesDamage } from './office-formats.ts';
import { bytesOf, imported, inlinesOf, outlineOf } from './samples.ts';

const book = (body: string, encoding = 'UTF-8', info = ''): string =>
  `<?xml version="1.0" encoding="${encoding}"?>\n<!-- by hand -->\n<FictionBook xmlns:l="http://www.w3.org/1999/xlink"><description><title-info>${info}</title-info></description>${body}</FictionBook>`;

describe('a FictionBook', () => {
  it('has its text, headings, links, notes, tables and pictures; also in an archive', async () => {
    const bytes = makeFb2(everything);
    const document = await imported(bytes, 'a.fb2');
    expect(document).toMatchObject({
      title: 'The title',
      format: 'fb2',
      details: { author: 'Ada', language: 'en' },
    });
    expect(outlineOf(document)).toEqual([
      'h1 One',
      'paragraph Words bold and linked here[1] said',
      'table a\tb\nc\tש',
      'image A square',
      'paragraph 1 A note.',
    ]);
    expect(inlinesOf(document).slice(0, 4)).toEqual([
      'strong: bold',
      'https://example.org/: linked',
      'sup: [1]',
      '→ 1 A note.: [1]',
    ]);
    const zipped = await imported(zipSync({ 'book.fb2': bytes }), 'a.fb2.zip');
    expect(zipped.text).toBe(document.text);
  });

  it('reads what its declaration says, poems, quotations and the cover', async () => {
    const text = book(
      '<body><title><p>Книга</p></title><epigraph><p>e</p><text-author>who</text-author></epigraph><section><title><p>I</p><p>One</p></title><poem><stanza><v>a</v><v>b</v></stanza></poem><subtitle>* * *</subtitle><cite><p>said</p></cite><section><title><p>Deep</p></title><p> a  <emphasis>b</emphasis>\n c</p></section></section></body><binary id="c">iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==</binary>',
      'windows-1251',
      '<book-title>К</book-title><coverpage><image l:href="#c"/></coverpage>',
    );
    const bytes = Uint8Array.from(text, (letter) => {
      const code = letter.charCodeAt(0);
      return code < 0x80 ? code : code - 0x410 + 0xc0;
    });
    const document = await imported(bytes, 'a.fb2');
    expect(document).toMatchObject({ title: 'К', cover: 'p1.png' });
    expect(outlineOf(document)).toEqual([
      'h1 Книга',
      '> paragraph e',
      '> paragraph who',
      'h2 I One',
      'paragraph a\nb',
      'paragraph * * *',
      '> paragraph said',
      'h3 Deep',
      'paragraph a b c',
    ]);
  });

  it('loses no text that stands where none should', async () => {
    const body =
      '<body><section>loose <a l:href="https://a.org/">link</a><p>p</p>more<cite>said</cite></section></body>';
    expect(outlineOf(await imported(bytesOf(book(body)), 'a.fb2'))).toEqual([
      'paragraph loose link',
      'paragraph p',
      'paragraph more',
      '> paragraph said',
    ]);
  });

  it('survives damage and depth', { timeout: 60_000 }, async () => {
    await survivesDamage(makeFb2(everything), 'a.fb2', 3);
    for (const part of [
      '<section>',
      '<section><title><p>x</p></title>',
      '<p><a l:href="#x">x',
      '<cite><p>x</p>',
      '<table><tr><td>',
    ]) {
      await endsWell(bytesOf(book(`<body>${part.repeat(50_000)}`)), 'a.fb2');
    }
  });
});

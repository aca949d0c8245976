import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseSource } from '../../../main/importers/parse-source.ts';
import { importLimits } from '../../../main/importers/limits.ts';
import { makeEpub, makeXhtml } from '../../support/make-epub.ts';
import { imported } from './samples.ts';

const read = (bytes: Uint8Array) => parseSource(bytes, 'book.epub', { variant: 'page' });
const messageOf = async (bytes: Uint8Array): Promise<string> => {
  const result = await read(bytes);
  return result.ok ? 'opened' : `${result.error.code}: ${result.error.message}`;
};
const page = (body: string) => makeEpub({ documents: [{ name: 'a.xhtml', body }] });
const encryption = (algorithm: string, uri: string): string =>
  `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>
   <enc:EncryptionMethod Algorithm="${algorithm}"/><enc:CipherData><enc:CipherReference URI="${uri}"/></enc:CipherData></enc:EncryptedData></encryption>`;
const aes = 'http://www.w3.org/2001/04/xmlenc#aes256-cbc';

describe('a hostile or broken EPUB', () => {
  it('is refused when more than its fonts are encrypted', async () => {
    const documents = [{ name: 'a.xhtml', body: '<p>text</p>' }];
    const sealed = makeEpub({
      documents,
      files: { 'META-INF/encryption.xml': encryption(aes, 'OPS/a.xhtml') },
    });
    expect(await messageOf(sealed)).toMatch(/copy protection/);
    const licensed = makeEpub({
      documents,
      files: { 'META-INF/rights.xml': '<rights/>', 'OPS/a.xhtml': Uint8Array.from([1, 2, 3, 200]) },
    });
    expect(await messageOf(licensed)).toMatch(/copy protection/);
    for (const algorithm of [
      'http://www.idpf.org/2008/embedding',
      'http://ns.adobe.com/pdf/enc#RC',
    ]) {
      const fonts = { 'META-INF/encryption.xml': encryption(algorithm, 'OPS/f.otf') };
      expect((await imported(makeEpub({ documents, files: fonts }), 'a.epub')).text).toBe('text');
    }
    const picture = { 'META-INF/encryption.xml': encryption(aes, 'OPS/cover.JPG') };
    expect((await imported(makeEpub({ documents, files: picture }), 'a.epub')).text).toBe('text');
  });

  it('is refused when it unpacks to too much or holds too many files', async () => {
    const zeros = new Uint8Array(2 * 1024 * 1024);
    const bomb = makeEpub({
      documents: [
        { name: 'a.xhtml', body: '' },
        { name: 'b.xhtml', body: '' },
      ],
      files: { 'OPS/a.xhtml': zeros, 'OPS/b.xhtml': zeros },
    });
    const limits = { ...importLimits, unpackedBytes: 3 * 1024 * 1024 };
    const result = await parseSource(bomb, 'book.epub', { variant: 'page' }, limits);
    expect(result.ok ? '' : result.error.message).toMatch(/unpacks to more than 3 MB/);
    const many = Object.fromEntries(
      Array.from({ length: 20_001 }, (_, n) => [`x/${n}`, new Uint8Array()] as const),
    );
    const crowd = zipSync({ mimetype: [strToU8('application/epub+zip'), { level: 0 }], ...many });
    expect(await messageOf(crowd)).toMatch(/more files than can be opened/);
  }, 60_000);

  it('reads no file outside of itself', async () => {
    const content = await imported(
      makeEpub({
        documents: [
          { name: '../../../etc/passwd', body: 'x' },
          {
            name: 'a.xhtml',
            body: '<p>in</p><img src="/etc/passwd" alt="i"/><img src="../../x" alt="j"/>',
          },
        ],
        files: { '../evil.xhtml': makeXhtml('<p>out</p>'), 'OPS/../../../etc/passwd': 'root' },
      }),
      'a.epub',
    );
    expect(content.text).toBe('in\n\ni\n\nj');
    expect(content.notices).toEqual([{ kind: 'parts-left-out', count: 1 }]);
  });

  it('declares entities in vain', async () => {
    const lol = Array.from({ length: 9 }, (_, n) => {
      return `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`;
    }).join('');
    const body = `<?xml version="1.0"?><!DOCTYPE html [<!ENTITY l0 "lol">${lol}<!ENTITY f SYSTEM "file:///etc/passwd">]><html><body><p>a &l9; &f; b</p></body></html>`;
    expect((await imported(page(body), 'a.epub')).text).toBe('a &l9; &f; b');
  });

  it.each([
    'div',
    'b',
    'ul><li',
    'table><tr><td',
    'blockquote',
    'ruby',
    'svg><g',
    'math><mrow',
    'a href="#x"',
  ])(
    'may nest 100,000 <%s>',
    async (tag) => {
      const { text } = await imported(
        page(`<p>before</p>${`<${tag}>`.repeat(100_000)}deep`),
        'a.epub',
      );
      expect(text.startsWith('before')).toBe(true);
      if (tag !== 'svg><g') expect(text).toContain('deep');
    },
    60_000,
  );

  it('may hold a table of 100,000 cells, or 20,000 pictures that are one', async () => {
    const row = `<tr>${'<td>c</td>'.repeat(1000)}</tr>`;
    const table = await imported(page(`<table>${row.repeat(100)}</table>`), 'a.epub');
    expect(table.text.match(/c/g)).toHaveLength(100_000);
    const pictures = await imported(
      page('<p><img src="x.png" alt="y"/></p>'.repeat(20_000)),
      'a.epub',
    );
    expect(pictures.blocks).toHaveLength(20_000);
  }, 60_000);

  it('may name itself in its contents, without end', async () => {
    const point = '<navPoint><navLabel><text>x</text></navLabel><content src="toc.ncx"/>';
    const content = await imported(
      makeEpub({
        documents: [{ name: 'nav.xhtml', body: '<p>text <a href="nav.xhtml#x">x</a></p>' }],
        ncx: point.repeat(20_000),
        manifest:
          '<item id="n" properties="nav" href="nav.xhtml" media-type="application/xhtml+xml"/>',
      }),
      'a.epub',
    );
    expect(content.text).toBe('text x');
    expect(content.outline).toBeUndefined();
  });

  it('runs nothing', async () => {
    const { text, blocks } = await imported(
      page(
        `<p onclick="x()">a<script>x()</script> <a href="javascript:x()">b</a> <a href="data:text/html,x">c</a></p>
        <iframe src="http://t.t/">d</iframe><object data="x.swf"><p>e</p></object><form action="http://t.t"><p>f</p></form>`,
      ),
      'a.epub',
    );
    expect(text).toBe('a b c\n\ne\n\nf');
    expect(JSON.stringify(blocks)).not.toMatch(/javascript|http|data:/);
  });

  const sample = makeEpub({
    documents: [
      { name: 'a.xhtml', body: '<h1 id="h">One</h1><p>text <a href="b.xhtml#n">1</a></p>' },
      { name: 'b.xhtml', body: '<table><tr><th>x</th><td id="n">y</td></tr></table><p>Two</p>' },
    ],
    nav: '<nav epub:type="toc"><ol><li><a href="a.xhtml">One</a></li></ol></nav>',
  });

  it('ends in a document or a reason, wherever it is cut', async () => {
    for (let length = 0; length < sample.length; length += 7) {
      const result = await read(sample.subarray(0, length));
      if (!result.ok) expect(result.error.message).toContain('book.epub');
    }
  }, 60_000);

  it('ends in a document or a reason, whatever bytes are changed', async () => {
    const change = fc.array(fc.tuple(fc.nat(sample.length - 1), fc.nat(255)), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(change, async (changes) => {
        const bytes = sample.slice();
        for (const [at, value] of changes) bytes[at] = value;
        const result = await read(bytes);
        if (!result.ok) expect(result.error.message).toContain('book.epub');
      }),
      { seed: 6, numRuns: 400 },
    );
  }, 60_000);
});

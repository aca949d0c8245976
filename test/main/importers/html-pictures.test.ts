import { describe, expect, it } from 'vitest';
import type { DocumentContent } from '../../../core/model/document.ts';
import { parseSource } from '../../../main/importers/parse-source.ts';
import { madePng } from '../../support/make-mail.ts';
import { bytesOf, imported, inlinesOf, outlineOf } from './samples.ts';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const data = (width: number, height: number): string =>
  `data:image/png;base64,${base64(madePng(width, height))}`;
const page = (body: string, head = ''): string =>
  `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;
const picturesOf = async (source: string): Promise<string[]> => {
  const result = await parseSource(bytesOf(source), 'a.html', { variant: 'page' });
  if (!result.ok) throw new Error(result.error.message);
  return result.value.pictures.map(({ file, bytes }) => `${file} ${bytes.length}`);
};
const shown = ({ blocks }: DocumentContent): unknown[] =>
  blocks.flatMap((block) => ('picture' in block && block.picture ? [block.picture] : []));

describe('pictures of a web page', () => {
  it('are those that it holds as data, each once', async () => {
    const source = page(
      `<figure><img src="${data(300, 200)}" alt="A map"><figcaption>The bay</figcaption></figure>
      <p>Words <img src="${data(20, 20)}" alt="smile"> around.</p><img src="${data(300, 200)}" alt="Again">`,
    );
    const content = await imported(source, 'a.html');
    expect(outlineOf(content)).toEqual([
      'image A map',
      'paragraph The bay',
      'paragraph Words around.',
      'image Again',
    ]);
    expect(shown(content)).toEqual([
      { file: 'p1.png', width: 300, height: 200 },
      { file: 'p1.png', width: 300, height: 200 },
    ]);
    expect(inlinesOf(content)).toEqual(['p2.png: smile']);
    expect(await picturesOf(source)).toHaveLength(2);
    expect(content.notices).toBeUndefined();
  });

  it('may be written with escapes, as drawings are', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="150"><rect width="9" height="9"/></svg>';
    const content = await imported(
      page(`<img alt=d src="data:image/svg+xml,${encodeURIComponent(svg)}">`),
      'a.html',
    );
    expect(shown(content)).toEqual([{ file: 'p1.svg', width: 200, height: 150 }]);
    const active = svg.replace(
      '<rect',
      '<script>alert(1)</script><image href="http://t.t/x.png"/><rect onload="x()"',
    );
    const result = await parseSource(
      bytesOf(page(`<img src="data:image/svg+xml;base64,${base64(bytesOf(active))}">`)),
      'a.html',
      { variant: 'page' },
    );
    const written = result.ok
      ? result.value.pictures.map(({ bytes }) => new TextDecoder().decode(bytes))
      : [];
    expect(written).toHaveLength(1);
    expect(written[0]).not.toMatch(/script|onload|t\.t/);
  });

  it('are not fetched, but counted', async () => {
    const spot = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
    const content = await imported(
      page(
        `<p>x</p><img src="https://a.b/1.png" alt="One"><img src="2.png"><img src="2.png">
        <img src="${spot}" data-src="https://a.b/3.png" alt="Three"><img src="${spot}" alt="">
        <img src="https://a.b/pixel.gif" width=1 height=1><img src="javascript:alert(1)"><img>`,
      ),
      'a.html',
    );
    expect(content.text).toBe('x\n\nOne\n\nThree');
    expect(content.notices).toEqual([{ kind: 'pictures-not-fetched', count: 3 }]);
  });

  it('may be spoken of', async () => {
    const long = `data:image/png;base64,${'A'.repeat(2000)}`;
    const content = await imported(
      page(`<p>picture:0 ${long} p <a href="https://a.b/?${long}">x</a></p><pre>${long}</pre>`),
      'a.html',
    );
    expect(content.text).toBe(`picture:0 ${long} p x\n\n${long}`);
  });

  it('that are broken leave their words and are counted', async () => {
    const content = await imported(
      page(`<p>x</p><img src="data:image/png;base64,AAAA" alt="Lost"><img src="data:," alt="No">`),
      'a.html',
    );
    expect(content.text).toBe('x\n\nLost\n\nNo');
    expect(content.notices).toEqual([{ kind: 'pictures-left-out', count: 1 }]);
  });

  it('stay with the article', async () => {
    const paragraph = `<p>${'An article has sentences, with commas, and goes on for a while. '.repeat(6)}</p>`;
    const content = await imported(
      page(
        `<nav><img src="${data(200, 201)}"></nav><article>${paragraph}<figure><img class="lazy" data-src="https://a.b/c.jpg" src="${data(300, 200)}" alt="A map"></figure>${paragraph.repeat(3)}</article>`,
      ),
      'a.html',
      'article',
    );
    expect(shown(content)).toEqual([{ file: 'p1.png', width: 300, height: 200 }]);
    expect(content.notices).toBeUndefined();
  });
});

describe('saved pages', () => {
  const single = (body: string, head = ''): string =>
    `<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: https://a.b/c?d#e \n saved date: Tue Mar 05 2024 10:20:30 GMT+0100\n--><meta charset=utf-8>${head}<body>${body}`;

  it('know where and when they were saved', async () => {
    const content = await imported(single('<p><a href="../x">a</a>'), 'a.html');
    expect(content.details).toMatchObject({
      site: 'a.b',
      more: [
        { name: 'Saved from', value: 'https://a.b/c?d#e' },
        { name: 'Saved on', value: 'Tue Mar 05 2024 10:20:30 GMT+0100' },
      ],
    });
    expect(inlinesOf(content)).toEqual(['https://a.b/x: a']);
    const marked = await imported(
      '<!-- saved from url=(0015)https://a.b/c --><html><body><p>x',
      'a.html',
    );
    expect(marked.details.more).toEqual([{ name: 'Saved from', value: 'https://a.b/c' }]);
    const local = await imported('<!-- saved from url=(0014)about:internet --><p>x', 'a.html');
    expect(local.details.more).toEqual([]);
    const scripted = await imported(
      '<meta name="savepage-url" content="javascript:x"><meta name="savepage-date" content="Monday"><p>x',
      'a.html',
    );
    expect(scripted.details.more).toEqual([{ name: 'Saved on', value: 'Monday' }]);
  });

  it('jump inside themselves, whether the address is short or in full', async () => {
    const content = await imported(
      single(
        '<p><a href="#note%201">1</a> <a href="https://a.b/c?d#two">2</a> <a href="https://a.b/z#two">3</a> <a href="#gone">4</a></p><p id="note 1">First</p><p><a name=two></a>Second</p>',
      ),
      'a.html',
    );
    expect(inlinesOf(content)).toEqual([
      '→ First\n\nSecond: 1',
      '→ Second: 2',
      'https://a.b/z#two: 3',
    ]);
  });

  it('show shadow trees and frames where they are seen', async () => {
    const content = await imported(
      single(
        `<p>before</p><x-card><template shadowrootmode=open><style>p{}</style><h2><slot name=title>none</slot></h2><div><slot></slot></div><p><slot name=foot>Foot</slot></p><slot></slot></template><span slot=title>Title</span><p>Light</p></x-card>
        <iframe srcdoc="<html><head><title>t</title></head><body><p>Framed &amp;amp; seen<script>x</script></p></body></html>"></iframe><iframe style="display:none" srcdoc="<p>hidden"></iframe>
        <template><p>never</p></template><p>after</p>`,
      ),
      'a.html',
    );
    expect(content.text).toBe('before\n\nTitle\n\nLight\n\nFoot\n\nFramed & seen\n\nafter');
  });

  it('take from the style sheet what they show several times', async () => {
    const content = await imported(
      single(
        `<p>x</p><img style="background-image:var(--sf-img-1)!important" alt=M src="data:image/svg+xml,<svg xmlns=&quot;http://www.w3.org/2000/svg&quot; width=&quot;9&quot; height=&quot;9&quot;><rect fill-opacity=&quot;0&quot;/></svg>">`,
        `<style>:root{--sf-img-0:url("data:,");--sf-img-1:url("${data(300, 200)}")}</style>`,
      ),
      'a.html',
    );
    expect(shown(content)).toEqual([{ file: 'p1.png', width: 300, height: 200 }]);
  });

  it.each([
    ['frames', '<iframe srcdoc="'.repeat(1000)],
    ['shadow trees', '<x-a><template shadowrootmode=open><slot></slot><slot></slot>'.repeat(1500)],
    [
      'wide tables',
      `<table>${'<tr><td rowspan=65534 colspan=1000000000>x<td rowspan=0>y'.repeat(1500)}</table>`,
    ],
    ['pictures', `<img src="${data(300, 200)}">`.repeat(1500)],
    ['forms', '<form action="http://t.t"><input onfocus=x()><button>b</button>'.repeat(1000)],
    [
      'refreshes',
      '<meta http-equiv=refresh content="0;url=javascript:x"><base href="javascript:x">'.repeat(
        1000,
      ),
    ],
    ['attributes', `<p ${Array.from({ length: 20_000 }, (_, n) => `a${n}=x`).join(' ')}>y`],
  ])('read any number of %s in time', { timeout: 40_000 }, async (_, body) => {
    const started = performance.now();
    for (const variant of ['page', 'article'] as const) {
      const content = await imported(single(`<p>x</p>${body}`), 'a.html', variant);
      expect(content.text.startsWith('x')).toBe(true);
    }
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('keep no address that a base of another kind makes', async () => {
    for (const base of ['javascript:alert(1)//', 'data:text/html,x', 'file:///etc/']) {
      const content = await imported(
        page('<p><a href="x">a</a></p>', `<base href="${base}">`),
        'a.html',
      );
      expect(inlinesOf(content)).toEqual([]);
    }
  });
});

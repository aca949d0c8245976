import { makeEpub } from '../support/make-epub.ts';
import { makeMail, makeMhtml } from '../support/make-mail.ts';
import { makePdf } from '../support/make-pdf.ts';
import { docxSeed, fb2Seed, odtSeed, rtfSeed } from './office-seeds.ts';

export const fuzzKinds = [
  ...(['text', 'markdown', 'html', 'subtitles', 'transcript', 'mail', 'mhtml'] as const),
  ...(['epub', 'pdf', 'docx', 'odt', 'rtf', 'fb2'] as const),
];
export type FuzzKind = (typeof fuzzKinds)[number];

/** A whole file that mutants are made of. */
export interface Seed {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** False for files that are not part of the project, and whose mutants must not become so. */
  readonly made: boolean;
}

export const png = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
);

/** Small files with something of everything that their format has, made by code. */
export function madeSeeds(kind: FuzzKind): readonly Seed[] {
  return made[kind]().map(([name, source]) => ({
    name,
    bytes: Uint8Array.from(typeof source === 'string' ? Buffer.from(source) : source),
    made: true,
  }));
}

type Made = readonly (readonly [name: string, source: string | Uint8Array])[];

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
<meta name="author" content="Ada"><base href="https://example.org/a/"></head><body><nav><a href="/x">Menu</a></nav>
<article><h1 id="top">A page</h1><p>The first <em>paragraph</em> is <a href="b.html">long</a> enough, <b>it</b> goes on and on, and on.</p>
<ul><li>one<ol start="3"><li>deep<li>deeper</ol><li><p>two</ul><blockquote><p>Quoted.<cite>Who</cite></blockquote>
<table><caption>Rows</caption><tr><th colspan="2">A<td>B<tr><td rowspan="2">1<td>2</table><pre><code class="language-js">let a = 1;\n\tb</code></pre>
<figure><img src="data:image/png;base64,${Buffer.from(png).toString('base64')}" alt="dot"><figcaption>A dot</figcaption></figure>
<p>Line<br>break<sup><a href="#n1">1</a></sup> <ruby>漢<rt>kan</rt></ruby> <math><mi>x</mi><mo>=</mo><mn>1</mn></math></p><hr>
<p id="n1" dir="rtl">שלום <a href="#top">↩</a></p><script>var x = "<p>no</p>"</script></article></body></html>`;

const made: Readonly<Record<FuzzKind, () => Made>> = {
  text: () => [
    [
      'a.txt',
      'Title\n\nA paragraph that is\nbroken by hand\nin lines.\n\n\tIndented.\n\n* * *\n\nThe end – “quoted”.\n',
    ],
    [
      'wide.txt',
      Buffer.from('\ufeffWide text, with é and 漢字.\r\n\r\nMore of it.\r\n', 'utf16le'),
    ],
    [
      'old.txt',
      Buffer.from(
        'Les \xe9l\xe8ves ont d\xe9j\xe0 lu la premi\xe8re page.\n\nO\xf9 \xeates-vous?\n',
        'latin1',
      ),
    ],
  ],
  markdown: () => [
    [
      'a.md',
      '---\ntitle: T\nauthor: [A, B]\n---\n\n# Head *one*\n\nText with **bold**, `code`, [a link](https://example.org "t"), ![alt](x.png) and a note[^1].\n\n' +
        '- one\n  1. deep\n     > quoted\n- [x] done\n\n| a | b |\n| - | :-: |\n| 1 | 2 |\n\n```js\nlet a;\n```\n\n    indented\n\nSetext\n===\n\n***\n\n[^1]: The note.\n\n[ref]: https://example.org\n[ref] <b>html</b> &amp; ~~old~~\n',
    ],
  ],
  html: () => [
    ['a.html', page],
    [
      'old.htm',
      '<HTML><BODY BGCOLOR=white><CENTER><FONT SIZE=5>Old</FONT></CENTER><P>Text<P>More <I>text<TABLE><TR><TD>cell</BODY>',
    ],
  ],
  subtitles: () => [
    [
      'a.srt',
      '1\n00:00:01,000 --> 00:00:02,500\nADA: Hello <i>there</i>.\n\n2\n00:00:03,000 --> 00:00:04,000 X1:1\n- And you?\n- Fine.\n\n3\n01:00:03,000 --> 01:00:04,000\nThe end.\n',
    ],
    [
      'a.vtt',
      'WEBVTT - A title\n\nSTYLE\n::cue { color: red }\n\nNOTE a note\n\nid1\n00:01.000 --> 00:02.000 align:start\n<v Ada>Hello <c.x>there</c> &amp; <00:01.500>more</v>\n\n00:03.000 --> 00:04.000\n<v Bo>Yes.\n',
    ],
    ['a.sbv', '0:00:01.000,0:00:02.000\nHello\n\n0:00:03.000,0:00:04.000\nthere\n'],
  ],
  transcript: () => [
    [
      'talk.txt',
      'Interview with Ada\n\n[00:00:01] ADA: I began early.\nAnd went on.\n\n[00:00:09] BO: Why?\n\n[00:01:00] ADA: Because.\n\nBO: I see.\n\nADA: Yes.\n',
    ],
    [
      'b.txt',
      'Ada Example (00:01)\nHello there.\n\nBo Other (00:05)\nHello.\n\nAda Example (00:09)\nHow are you?\n',
    ],
  ],
  mail: () => [
    [
      'a.eml',
      makeMail({
        subject: 'Grüße – a mail',
        text: 'Plain words.\n\n> quoted\n-- \nAda',
        html: '<p>Words with a <b>picture</b> <img src="cid:dot"></p><blockquote>quoted</blockquote>',
        pictures: [{ bytes: png, type: 'image/png', id: 'dot' }],
      }),
    ],
    ['plain.eml', makeMail({ text: 'Only text, with é.\n\nTwo paragraphs.' })],
  ],
  mhtml: () => [
    [
      'a.mhtml',
      makeMhtml({
        url: 'https://example.org/',
        html: page,
        pictures: [{ bytes: png, type: 'image/png', location: 'https://example.org/dot.png' }],
      }),
    ],
  ],
  epub: () => [
    [
      'a.epub',
      makeEpub({
        documents: [
          {
            name: 'one.xhtml',
            body: '<h1 id="a">One</h1><p>Text with <a href="two.xhtml#n">a note</a>, <i>more</i> and <img src="dot.png" alt="dot"/>.</p><ul><li>a</li></ul>',
          },
          {
            name: 'two.xhtml',
            body: '<h2>Two</h2><aside id="n" epub:type="footnote"><p>The note. <a href="one.xhtml#a">back</a></p></aside><table><tr><td>1</td><td>2</td></tr></table><p><ruby>漢<rt>kan</rt></ruby></p>',
          },
        ],
        nav: '<nav epub:type="toc"><ol><li><a href="one.xhtml">One</a><ol><li><a href="two.xhtml#n">Two</a></li></ol></li></ol></nav>',
        manifest: '<item id="dot" href="dot.png" media-type="image/png" properties="cover-image"/>',
        files: { 'OPS/dot.png': png },
      }),
    ],
    [
      'old.epub',
      makeEpub({
        version: '2.0',
        documents: [{ name: 'one.html', body: '<h1>One</h1><p>Text.</p>' }],
        ncx: '<navPoint id="p" playOrder="1"><navLabel><text>One</text></navLabel><content src="one.html"/></navPoint>',
      }),
    ],
  ],
  pdf: () => [
    [
      'a.pdf',
      makePdf({
        pages: [
          {
            lines: [
              { text: 'A title', x: 72, y: 80, size: 20, font: 'bold' },
              {
                text: 'A paragraph that is set in lines, with a word that is hyphen-',
                x: 72,
                y: 120,
              },
              { text: 'ated and a link to the next page.', x: 72, y: 135 },
            ],
            links: [{ words: 'next page', to: 1 }],
            marks: [{ kind: 'Highlight', words: ['paragraph'], note: 'a note', author: 'Ada' }],
          },
          {
            lines: [
              { text: '1. An item', x: 72, y: 80 },
              { text: '漢字', x: 72, y: 100, font: 'japanese' },
            ],
            picture: true,
            rotate: 90,
          },
        ],
        outline: [{ text: 'A title', page: 0, items: [{ text: 'Deeper', page: 1 }] }],
        labels: '0 << /S /r >> 1 << /S /D >>',
        info: { Title: 'A file', Author: 'Ada' },
      }),
    ],
    [
      'packed.pdf',
      makePdf({
        pages: [{ lines: [{ text: 'Packed words in a line', x: 72, y: 80 }] }],
        compress: true,
      }),
    ],
  ],
  docx: () => [['a.docx', docxSeed()]],
  odt: () => [['a.odt', odtSeed()]],
  rtf: () => [['a.rtf', rtfSeed]],
  fb2: () => [['a.fb2', fb2Seed(Buffer.from(png).toString('base64'))]],
};

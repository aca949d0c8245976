import { describe, expect, it } from 'vitest';
import { hiding, showRules } from '../../../main/importers/epub-styles.ts';
import { makeEpub, type EpubParts } from '../../support/make-epub.ts';
import { imported, inlinesOf } from './samples.ts';

const book = (parts: EpubParts) => imported(makeEpub(parts), 'book.epub');
const styled = (style: string, body: string): string =>
  `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>T</title>${style}</head><body>${body}</body></html>`;

describe('What the style sheets of a book hide', () => {
  it('is no text, in a file of the book or in the page', async () => {
    const { text } = await book({
      documents: [
        {
          name: 'text/a.xhtml',
          body: styled(
            '<link rel="stylesheet" href="../css/Book.css"/><style>h2.gone, .x .y { display: none !important }</style>',
            '<h2 class="gone">no</h2><h2>yes</h2><div class="only-old">no <p>nor this</p></div><p class="x"><i class="y">seen</i> <span class="only-old big">no</span></p>',
          ),
        },
      ],
      files: {
        'OPS/css/book.css':
          '@charset "utf-8"; /* .big { display: none } */ p { margin: 0 } .only-old{color:red;display : none;} @media amzn-mobi { p { display: none } }',
      },
    });
    expect(text).toBe('yes\n\nseen');
  });

  it('stays where it is a note, or links may lead to it; numbers of pages go', async () => {
    const { text } = await book({
      documents: [
        {
          name: 'a.xhtml',
          body: styled(
            '<style>aside, .note, .page { display: none }</style>',
            '<p>Text<a href="#n" epub:type="noteref">1</a> <span class="page" id="p12">[12]</span>on.</p><aside id="n">One.</aside><div class="note"><p id="m">Two.</p></div><p class="note">gone</p>',
          ),
        },
      ],
    });
    expect(text).toBe('Text1 on.\n\nOne.\n\nTwo.');
  });

  it('is decided by the rule that counts most, and nothing is hidden where that is not sure', () => {
    const element = (name: string, classes: string) => ({
      localName: name,
      nodeType: 1,
      textContent: '',
      firstChild: null,
      nextSibling: null,
      parentElement: null,
      getAttribute: (attribute: string) => (attribute === 'class' ? classes : null),
      hasAttribute: () => false,
    });
    const hidden = (sheet: string, name: string, classes: string): boolean =>
      hiding(showRules(sheet))(element(name, classes));
    expect(hidden('.a{display:none}', 'p', 'b a')).toBe(true);
    expect(hidden('.a{display:none}', 'p', 'aa')).toBe(false);
    expect(hidden('.a{display:none} .a{display:block}', 'p', 'a')).toBe(false);
    expect(hidden('p.a{display:none} .a{display:block}', 'p', 'a')).toBe(true);
    expect(hidden('.a.b{display:none} p{display:block}', 'p', 'a b')).toBe(true);
    expect(hidden('.a{display:none} .open > .a[x]{display:block}', 'p', 'a')).toBe(false);
    expect(hidden('.a:before{display:none} #a{display:none}', 'p', 'a')).toBe(false);
    expect(hidden('.a{display:none', 'p', 'a')).toBe(false);
  });

  it.each(['{', '@', '/*', '.a{', ',', '}', '.a{display:', ' '])('is read in time: %s', (piece) => {
    expect(hiding(showRules(piece.repeat(1_000_000)))).toBeTypeOf('function');
  });
});

describe('Documents beside the spine', () => {
  it('stand after it where the book leads to them, and are left out where it does not', async () => {
    const content = await book({
      documents: [{ name: 'a.xhtml', body: '<p>Text<a href="notes.xhtml#n1">1</a></p>' }],
      nav: '<nav epub:type="toc"><ol><li><a href="a.xhtml">A</a></li><li><a href="map.xhtml">Map</a></li></ol></nav>',
      manifest: ['notes', 'more', 'map', 'loose']
        .map((id) => `<item id="${id}" href="${id}.xhtml" media-type="application/xhtml+xml"/>`)
        .join(''),
      files: {
        'OPS/notes.xhtml':
          '<html><body><p id="n1">The note, <a href="more.xhtml">more</a>, <a href="a.xhtml">back</a>.</p></body></html>',
        'OPS/more.xhtml': '<html><body><p>More. <a href="nav.xhtml">Contents</a></p></body></html>',
        'OPS/map.xhtml': '<html><body><p>A map.</p></body></html>',
        'OPS/loose.xhtml': '<html><body><p>Loose.</p></body></html>',
      },
    });
    expect(content.text).toBe('Text1\n\nThe note, more, back.\n\nA map.\n\nMore. Contents');
    expect(inlinesOf(content).map((inline) => inline.slice(0, 10))).toEqual([
      '→ The note',
      '→ More. Co',
      '→ Text1\n\nT',
    ]);
    expect(content.outline?.map(({ text }) => text)).toEqual(['A', 'Map']);
    expect(content.parts?.map(({ name }) => name)).toEqual([
      'a.xhtml',
      'notes.xhtml',
      'map.xhtml',
      'more.xhtml',
    ]);
  });
});

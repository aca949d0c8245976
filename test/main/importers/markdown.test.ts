import { describe, expect, it } from 'vitest';
import { imported, inlinesOf, outlineOf } from './samples.ts';

const md = (source: string) => imported(source, 'note.md');

describe('Markdown', () => {
  it('reads blocks with their places', async () => {
    const source = `# One\n\nText\n\n- a\n  - b\n    1. c\n    2. d\n\n  more\n- [ ] open\n- [x] done\n\n> quote\n> > deeper\n>\n> - item\n\n---\n`;
    expect(outlineOf(await md(source))).toEqual([
      'h1 One',
      'paragraph Text',
      '1• paragraph a',
      '2• paragraph b',
      '31. paragraph c',
      '32. paragraph d',
      '1· paragraph more',
      '1☐ paragraph open',
      '1☑ paragraph done',
      '> paragraph quote',
      '>> paragraph deeper',
      '> 1• paragraph item',
      'rule',
    ]);
  });

  it('reads code with its language, and tables with styled cells', async () => {
    const content = await md(
      '```js\nlet x;\n\ny\n```\n\n    indented\n\n| a | b |\n|--|--|\n| 1 *x* | 2 |\n',
    );
    expect(outlineOf(content)).toEqual(['code let x;\n\ny', 'code indented', 'table a\tb\n1 x\t2']);
    expect(content.blocks[0]).toMatchObject({ language: 'js' });
    expect(content.blocks[2]).toMatchObject({
      rows: [
        [{ header: true }, {}],
        [{ header: false }, {}],
      ],
    });
    expect(inlinesOf(content)).toEqual(['emphasis: x']);
  });

  it('reads styles, links, breaks and images', async () => {
    const content = await md(
      '**s** *e* ~~d~~ `c` [l](http://x.y/) [r][1] <https://a.b/> www.c.d\nsoft  \nhard ![alt](i.png)\n\n![alone](j.png)\n\n[1]: https://r.s/\n',
    );
    expect(content.text).toBe('s e d c l r https://a.b/ www.c.d soft\nhard alt\n\nalone');
    expect(content.blocks[1]?.kind).toBe('image');
    expect(inlinesOf(content)).toEqual([
      'strong: s',
      'emphasis: e',
      'strike: d',
      'code: c',
      'http://x.y/: l',
      'https://r.s/: r',
      'https://a.b/: https://a.b/',
      'http://www.c.d/: www.c.d',
    ]);
  });

  it('keeps no link that is not the web, mail or a place in the text', async () => {
    const content = await md(
      '[a](javascript:alert(1)) [b](data:text/html,x) [c](file:///etc/passwd) [d](other.md) [e](#f)',
    );
    expect(content.text).toBe('a b c d e');
    expect(inlinesOf(content)).toEqual(['#f: e']);
  });

  it('numbers footnotes and puts them at the end', async () => {
    const content = await md(
      'A[^b] and[^a].\n\n[^a]: Note a\n[^b]: Note b[^c]\n[^c]: Note c\n[^d]: Unused\n',
    );
    expect(content.text).toBe(
      'A[1] and[2].\n\n[1] Note b[3]\n\n[2] Note a\n\n[3] Note c\n\n[4] Unused',
    );
  });

  it('shows the text of raw HTML and never its code', async () => {
    const content = await md(
      'A <b>bold</b> word<br>next\n\n<div onclick="x()"><p>Raw &amp; <i>more</i></p><script>alert(1)</script></div>\n',
    );
    expect(content.text).toBe('A bold word\nnext\n\nRaw & more');
  });

  it('takes front matter as details', async () => {
    const content = await md(
      '---\ntitle: T\nauthor: [Ann, Bob]\ndate: 2024-01-02\nlang: de\ntags: [x, y]\nempty:\n---\n\n# H\n',
    );
    expect(content.title).toBe('T');
    expect(content.details).toEqual({
      author: 'Ann, Bob',
      site: null,
      date: '2024-01-02',
      language: 'de',
      more: [{ name: 'tags', value: 'x, y' }],
    });
    expect(content.text).toBe('H');
  });

  it.each(['a: [', '- just\n- a list', 'a: &a [*a, *a]\nb: *nowhere'])(
    'shows front matter that it cannot read: %s',
    async (matter) => {
      const content = await md(`---\n${matter}\n---\n\n# H\n`);
      expect(outlineOf(content)).toEqual([`code ${matter}`, 'h1 H']);
      expect(content.title).toBe('H');
    },
  );

  it('reads a long text in parts as it reads it whole', async () => {
    const paragraph = `Words [to][ref] and note[^n] ${'filling '.repeat(60)}\n\n`;
    const code = '```\n\nNot a paragraph\n\n```\n\n';
    const source = `${(paragraph + code).repeat(200)}[ref]: https://r.s/\n\n[^n]: The note\n`;
    const content = await md(source);
    expect(content.blocks.filter((block) => block.kind === 'code')).toHaveLength(200);
    expect(inlinesOf(content).filter((inline) => inline === 'https://r.s/: to')).toHaveLength(200);
    expect(content.text.endsWith('[1] The note')).toBe(true);
    expect(content.text.match(/The note/g)).toHaveLength(1);
  });

  it('takes a plain paragraph for what it is, and no more', async () => {
    const plain = 'A plain paragraph,\r\nwith a line end! ';
    const not = [
      'A title\n=======',
      'Text\n- item',
      'Text\n1. item',
      'See www.a.b',
      'Hard  \nbreak',
      'A *b*',
    ];
    const filler = `First\n\n${'Filler words.\n\n'.repeat(3000)}`;
    for (const part of [plain, ...not]) {
      const alone = outlineOf(await md(`First\n\n${part}`)).slice(1);
      expect(outlineOf(await md(filler + part)).slice(3001)).toEqual(alone);
    }
  });
});

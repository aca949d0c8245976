import { describe, expect, it } from 'vitest';
import { imported, inlinesOf, outlineOf } from './samples.ts';

const html = (body: string, head = '') =>
  imported(
    `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${body}</body></html>`,
    'page.html',
  );

describe('HTML', () => {
  it('reads blocks with their places', async () => {
    const content = await html(
      `<h1>One</h1>loose <b>text</b><div>in div<p>in p</p>after</div>
      <ul><li>a<ul><li>b</ul><li><p>c</p><p>d</p></ul><ol start=4><li>e<li value=9>f</ol>
      <ul><li><input type=checkbox checked> done</li></ul>
      <blockquote><p>q</p><blockquote>r</blockquote></blockquote><hr>
      <dl><dt>term<dd>meaning</dl><figure><img src=x alt="A picture"><figcaption>Its caption</figcaption></figure>`,
    );
    expect(outlineOf(content)).toEqual([
      'h1 One',
      'paragraph loose text',
      'paragraph in div',
      'paragraph in p',
      'paragraph after',
      '1• paragraph a',
      '2• paragraph b',
      '1• paragraph c',
      '1· paragraph d',
      '14. paragraph e',
      '19. paragraph f',
      '1☑ paragraph done',
      '> paragraph q',
      '>> paragraph r',
      'rule',
      'paragraph term',
      '1· paragraph meaning',
      'image A picture',
      'paragraph Its caption',
    ]);
  });

  it('collapses white space as browsers do', async () => {
    const content = await html('<p> a \n <b> b</b> c<br> d </p><p>e\u00a0 \u00a0f<i>g</i></p>');
    expect(content.text).toBe('a b c\nd\n\ne\u00a0 \u00a0fg');
    expect(inlinesOf(content)).toEqual(['strong: b', 'emphasis: g']);
  });

  it('takes an empty line for the end of a paragraph, but not of a heading', async () => {
    const content = await html(
      'a<br>b<br><br>c <b>d<br> <br><br>e</b><h2>f<br><br>g</h2><ul><li>h<br><br>i</ul>',
    );
    expect(outlineOf(content)).toEqual([
      'paragraph a\nb',
      'paragraph c d',
      'paragraph e',
      'h2 f g',
      '1• paragraph h',
      '1· paragraph i',
    ]);
    expect(inlinesOf(content)).toEqual(['strong: d', 'strong: e']);
  });

  it('reads what calls itself XML, with elements that close themselves', async () => {
    const read = (head: string, name: string) =>
      imported(
        `${head}<head><script src="x.js"/><style /><title>T</title></head><body><div class="a>b"/><p>one<br/>two</p><a id="x"/>three<i\n/>four</body></html>`,
        name,
      );
    const xml = '<?xml version="1.0"?><html>';
    const named = '<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml">';
    for (const head of [xml, named]) {
      const { text, title } = await read(head, 'a.xhtml');
      expect([title, text]).toEqual(['T', 'one\ntwo\n\nthreefour']);
    }
  });

  it('reads what a page of frames says to who cannot see them', async () => {
    const frames = (inner: string) =>
      imported(`<html><head><title>F</title></head>${inner}</html>`, 'a.html');
    const set =
      '<frameset cols="1,2"><frame src="a.html"><frameset><frame src="b.html"></frameset>';
    const { text } = await frames(
      `${set}<noframes><body><h1>Words</h1><p>without <b>frames</b>.</p></body></noframes></frameset>`,
    );
    expect(text).toBe('Words\n\nwithout frames.');
    await expect(frames(`${set}</frameset>`)).rejects.toThrow('empty-file');
    const page = await html('<p>seen</p><noframes>not <b>seen</b></noframes>');
    expect(page.text).toBe('seen');
  });

  it('keeps code as it stands', async () => {
    const content = await html(
      '<pre><code class="language-py">\ndef f():\n    return 1<br>x</code></pre>',
    );
    expect(outlineOf(content)).toEqual(['code def f():\n    return 1\nx']);
    expect(content.blocks[0]).toMatchObject({ language: 'py' });
  });

  it('reads tables as tables and layout as blocks', async () => {
    const content = await html(
      `<table><caption>Cap</caption><tr><th>a<th>b<tr><td>1 <p>x</p><td><table><tr><td>2<td>3</table></table>
      <table role=presentation><tr><td>left<td>right</table><table><tr><td>only</table>`,
    );
    expect(outlineOf(content)).toEqual([
      'paragraph Cap',
      'table a\tb\n1 x\t2 3',
      'paragraph left',
      'paragraph right',
      'paragraph only',
    ]);
  });

  it('cuts a table that is too large for one block', async () => {
    const row = `<tr>${'<td>c</td>'.repeat(10)}</tr>`;
    const content = await html(`<table>${row.repeat(2500)}</table>`);
    expect(content.blocks.map((block) => block.kind)).toEqual(['table', 'table']);
  });

  it('leaves out what nobody sees, and ruby and controls', async () => {
    const content = await html(
      `<p>seen<span hidden>h</span><span style="display: none">n</span><span aria-hidden=true>a</span></p>
      <p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p><button>Press</button><label for=x>L</label>
      <select><option>o</select><textarea>t</textarea><h2><button>Question</button></h2>`,
    );
    expect(content.text).toBe('seen\n\n漢\n\nQuestion');
  });

  it('runs nothing and keeps no address but of the web, mail and the text itself', async () => {
    const content = await html(
      `<p onclick="x()">a<script>alert(1)</script><svg><script>alert(2)</script><text>s</text></svg>
      <a href="javascript:alert(3)">b</a> <a href=" java&#10;script:alert(4)">c</a> <a href="data:text/html,x">d</a>
      <a href="file:///etc/passwd">e</a> <a href="/rel">f</a> <a href="#g">g</a> <a href="mailto:x@y.z">h</a></p>
      <iframe src="file:///etc/passwd">i</iframe><img src="http://t.t/p.gif" alt="" width=1><object data=x>j</object>
      <form action="http://t.t/"><input value=k><p>l</p></form><style>m</style><template>n</template>
      <meta http-equiv=refresh content="0;url=http://t.t"><link rel=stylesheet href="http://t.t/s.css">`,
    );
    expect(content.text).toBe('a b c d e f g h\n\nl');
    expect(inlinesOf(content)).toEqual(['mailto:x@y.z: h']);
  });

  it('resolves addresses where the page says to what', async () => {
    const content = await html('<p><a href="../x">a</a></p>', '<base href="https://s.t/u/v/">');
    expect(inlinesOf(content)).toEqual(['https://s.t/u/x: a']);
  });

  it('reads what the page says of itself', async () => {
    const content = await html(
      '<p>x</p>',
      `<title>A &amp; B</title><meta name=author content="Ann"><meta property=og:site_name content="Site">
       <meta property=article:published_time content="2024-01-02">`,
    );
    expect(content.title).toBe('A & B');
    expect(content.details).toMatchObject({
      author: 'Ann',
      site: 'Site',
      date: '2024-01-02',
      language: 'en',
    });
  });

  it('takes the whole page where the article found is but a small part of its text', async () => {
    const words = 'This is a sentence of a manual, which goes on for a while, and then it ends. ';
    const steps = Array.from({ length: 12 }, (_, index) => `<li>Step ${index}. ${words}${words}`);
    const text = `<p>${words.repeat(3)}</p>`.repeat(2);
    const manual = `<html><title>M</title><body><div><ol>${steps.join('')}</ol></div><div>${text}</div>`;
    const read = await imported(manual, 'manual.html', 'article');
    expect(read.text).toContain('Step 11. This');
    expect(read.text.match(/goes on for a while/g)).toHaveLength(30);
    const comments = manual.replace('<div><ol>', '<div class="comments"><ol>');
    const { text: article } = await imported(comments, 'blog.html', 'article');
    expect(article.match(/goes on for a while/g)).toHaveLength(6);
  });

  it('finds the article among the rest, and takes the page where there is none', async () => {
    const paragraph = `<p>${'An article has sentences, with commas, and goes on for a while. '.repeat(6)}</p>`;
    const page = `<!DOCTYPE html><title>T</title><nav><ul><li><a href="/">Home</a></ul></nav>
      <article><h2>H</h2>${paragraph.repeat(4)}</article><footer>Imprint</footer>`;
    expect((await imported(page, 'a.html', 'article')).text).not.toMatch(/Home|Imprint/);
    expect((await imported(page, 'a.html', 'page')).text).toMatch(/Home[\s\S]*Imprint/);
    expect((await imported('<!DOCTYPE html><p>Only this.', 'a.html', 'article')).text).toBe(
      'Only this.',
    );
  });

  it.each(['div', 'b', 'ul><li', 'table><tr><td'])('reads 100,000 nested <%s>', async (tag) => {
    const source = `<!DOCTYPE html><p>before</p>${`<${tag}>`.repeat(100_000)}deep`;
    const { text } = await imported(source, 'a.html');
    expect(text.startsWith('before')).toBe(true);
    expect(text.endsWith('deep')).toBe(true);
  });
});

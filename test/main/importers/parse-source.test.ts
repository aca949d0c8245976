import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentContentSchema } from '../../../core/model/document.ts';
import { importLimits } from '../../../main/importers/limits.ts';
import { parseSource } from '../../../main/importers/parse-source.ts';
import { bytesOf } from './samples.ts';

const codeOf = async (bytes: Uint8Array, name: string): Promise<string> => {
  const result = await parseSource(bytes, name, { variant: 'article' });
  return result.ok ? result.value.content.format : result.error.code;
};
const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('formats', () => {
  it.each([
    ['<!doctype html><p>x', 'a.txt', 'html'],
    ['\ufeff\n<!-- c -->\n<HTML><p>x', 'a.md', 'html'],
    [
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><p>x</p></html>',
      'a',
      'html',
    ],
    ['<p>x</p>', 'a', 'html'],
    ['<div align="center">x</div>\n\n# T', 'README.md', 'markdown'],
    ['# T', 'a.MARKDOWN', 'markdown'],
    ['# T', 'a.txt', 'text'],
    ['x < y', 'a', 'text'],
    ['BM is no picture', 'a.txt', 'text'],
    ['MZ is no program', 'a', 'text'],
    ['x', 'a.htm', 'html'],
  ])('takes %j named %s as %s', async (source, name, format) => {
    expect(await codeOf(bytesOf(source), name)).toBe(format);
  });

  it.each([
    ['%!PS-Adobe-3.0\n', /PostScript files cannot be opened yet/],
    ['\x89PNG\r\n\x1a\n\x00\x00', /images/],
    ['\x7fELF\x02\x01\x01\x00', /programs/],
    ['SQLite format 3\x00', /databases/],
  ])('names the kind of %j', async (start, kind) => {
    const result = await parseSource(latin1(start), 'a.txt', { variant: 'article' });
    expect(result).toMatchObject({ ok: false, error: { code: 'unsupported-file' } });
    if (!result.ok) expect(result.error.message).toMatch(kind);
  });

  it('tells empty and binary files', async () => {
    expect(await codeOf(new Uint8Array(), 'a.txt')).toBe('empty-file');
    expect(await codeOf(bytesOf('\ufeff \n\t\r\n'), 'a.txt')).toBe('empty-file');
    expect(await codeOf(bytesOf('<!doctype html><script>x</script>'), 'a.html')).toBe('empty-file');
    expect(await codeOf(latin1('text\x00\x01\x02\x00text'), 'a.txt')).toBe('binary-file');
    expect(await codeOf(latin1('\x01\x02\x03\x04\x05\x06\x07\x0e'.repeat(20)), 'a.md')).toBe(
      'binary-file',
    );
  });

  it('stops at the limit of blocks', async () => {
    const limits = { ...importLimits, blocks: 3 };
    const result = await parseSource(
      bytesOf('a\n\nb\n\nc\n\nd'),
      'a.md',
      { variant: 'page' },
      limits,
    );
    expect(result).toMatchObject({ ok: false, error: { code: 'file-too-large' } });
  });
});

const names = fc.constantFrom('a.txt', 'a.md', 'a.html', 'a');
const variants = fc.constantFrom('article' as const, 'page' as const);

async function isSound(
  bytes: Uint8Array,
  name: string,
  variant: 'article' | 'page',
): Promise<void> {
  const result = await parseSource(bytes, name, { variant });
  if (!result.ok) {
    expect(result.error.message).toContain(name);
    return;
  }
  const content = documentContentSchema.parse(result.value.content);
  let last = 0;
  for (const block of content.blocks) {
    expect(block.start).toBeGreaterThanOrEqual(last);
    expect(block.end).toBeLessThanOrEqual(content.text.length);
    last = block.end;
  }
}

describe('any bytes', () => {
  it('end in a document or an error, never in a throw', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), names, variants, isSound), {
      numRuns: 300,
    });
  });

  it('so do any characters', async () => {
    const part = fc.oneof(
      fc.constantFrom(
        '<p>',
        '</p>',
        '<table>',
        '<td>',
        '<li>',
        '<b>',
        '<pre>',
        '\n\n',
        '- ',
        '> ',
        '```\n',
        '| a |\n|--|\n',
      ),
      fc.constantFrom(
        '[a](b)',
        '![x](y)',
        '**',
        '[^1]',
        '[^1]: n',
        '---\n',
        '&amp;',
        '\u2028',
        '\ufeff',
        '\ud800',
        '<!--',
        '<svg>',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    );
    const source = fc.array(part, { maxLength: 30 }).map((parts) => bytesOf(parts.join('')));
    await fc.assert(fc.asyncProperty(source, names, variants, isSound), { numRuns: 300 });
  });

  const page = bytesOf(
    '<!DOCTYPE html><html lang=de><head><meta charset="utf-8"><title>Ä &amp; B</title></head><body><h1>Ü</h1><p>x <b>y</b></p><ul><li>a<table><tr><td>1</table></ul><pre>z</pre><!-- c --></body></html>',
  );
  const note = bytesOf(
    '---\ntitle: Ä\n---\n# Ü\n\n- [ ] x\n  > **y** [z](http://a.b) ![i](j)\n\n```js\nlet\n```\n\n| a | b |\n|--|--|\n| 1 | 2 |\n\nn[^1]\n\n[^1]: m <b>o</b>\n',
  );
  it.each([
    ['page.html', page],
    ['note.md', note],
    ['text.txt', note],
  ])('cut anywhere, %s still reads', async (name, bytes) => {
    for (let end = 0; end <= bytes.length; end += 1)
      await isSound(bytes.subarray(0, end), name, 'article');
  });
});

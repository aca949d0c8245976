import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentContentSchema } from '../../../core/model/document.ts';
import { documentPagesSchema } from '../../../core/model/pages.ts';
import { importLimits } from '../../../main/importers/limits.ts';
import { parseSource } from '../../../main/importers/parse-source.ts';
import { makePdf } from '../../support/make-pdf.ts';

const sample = makePdf({
  pages: [
    {
      lines: [
        { text: 'A heading', x: 72, y: 80, size: 20, font: 'bold' },
        { text: 'Some words that are marked, and a link', x: 72, y: 120 },
        { text: 'שלום', x: 72, y: 140, font: 'unicode' },
        { text: 'turned', x: 300, y: 300, angle: 30 },
      ],
      links: [{ words: 'a link', to: 1 }],
      marks: [{ kind: 'Highlight', words: ['words that'], note: 'n', replies: ['r'] }],
    },
    { picture: true, rotate: 90 },
  ],
  outline: [{ text: 'A heading', page: 0, items: [{ text: 'Two', page: 1 }] }],
  labels: '0 << /S /r >>',
  info: { Title: 'T', CreationDate: 'D:20240131' },
});

/** A document that stands by its own schemas, or words for a person. */
async function isSound(bytes: Uint8Array): Promise<void> {
  const result = await parseSource(bytes, 'a.pdf', { variant: 'page' });
  if (!result.ok) {
    expect(result.error.message).toContain('a.pdf');
    return;
  }
  const { content, pages } = result.value;
  documentContentSchema.parse(content);
  const length = content.text.length;
  if (pages === null) return;
  for (const { start, end, runs } of documentPagesSchema.parse(pages)) {
    expect(start).toBeLessThanOrEqual(end);
    expect(Math.max(end, ...runs.filter((_, index) => index % 7 === 1))).toBeLessThanOrEqual(
      length,
    );
  }
}

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (one) => one.charCodeAt(0));
const text = Array.from(sample, (byte) => String.fromCharCode(byte)).join('');

describe('a broken PDF', { timeout: 120_000 }, () => {
  it('cut anywhere ends in a document or an error', async () => {
    for (let end = 5; end < sample.length; end += 37) await isSound(sample.subarray(0, end));
  });

  it('with any bytes changed does as well', async () => {
    const change = fc.tuple(fc.nat({ max: sample.length - 1 }), fc.integer({ min: 0, max: 255 }));
    const changed = fc.array(change, { minLength: 1, maxLength: 12 }).map((changes) => {
      const bytes = sample.slice();
      for (const [at, value] of changes) bytes[at] = value;
      return bytes;
    });
    await fc.assert(fc.asyncProperty(changed, isSound), { numRuns: 120, seed: 6 });
  });

  it('of random bytes behind its header is one', async () => {
    const noise = fc
      .uint8Array({ maxLength: 400 })
      .map((bytes) => Uint8Array.from([...latin1('%PDF-1.7\n'), ...bytes]));
    await fc.assert(fc.asyncProperty(noise, isSound), { numRuns: 60, seed: 6 });
  });

  it.each([
    ['wrong lengths', /\/Length \d+/g, '/Length 99999999'],
    ['a negative size', /\/MediaBox \[[^\]]*\]/g, '/MediaBox [0 0 -5 NaN]'],
    ['a page of no size', /\/MediaBox \[[^\]]*\]/g, '/MediaBox [0 0 0 0]'],
    ['an endless page', /\/MediaBox \[[^\]]*\]/g, '/MediaBox [0 0 1e38 1e38]'],
    ['a font of size nothing', / Tf/g, ' 0 Tf'],
    ['huge places', / Tm/g, ' 1e30 1e30 Tm'],
    ['pages that are their own kids', /\/Kids \[[^\]]*\]/g, '/Kids [2 0 R 2 0 R]'],
    ['more pages than there are', /\/Count 2/g, '/Count 2000000000'],
    ['an outline in a circle', /\/Next \d+ 0 R|\/First \d+ 0 R/g, '/First 24 0 R /Next 24 0 R'],
    ['no cross-references', /startxref\n\d+/g, 'startxref\n7'],
  ])('with %s ends in time', async (_, what, by) => {
    await isSound(latin1(text.replace(what, by)));
  });

  it('with much nested state and thousands of fonts ends in time', async () => {
    const saves = 'q '.repeat(3_000);
    await isSound(makePdf({ pages: [{ content: saves }, { content: '['.repeat(50_000) }] }));
    await isSound(
      makePdf({
        pages: [{ content: 'BT /regular 9 Tf ' + '/regular 9 Tf (x) Tj '.repeat(20_000) + 'ET' }],
      }),
    );
  });

  it('that takes too long is opened without the text of the pages that are left', async () => {
    const limits = { ...importLimits, milliseconds: 0, millisecondsPerMegabyte: 0 };
    const result = await parseSource(sample, 'a.pdf', { variant: 'page' }, limits);
    expect(result).toMatchObject({
      ok: true,
      value: { content: { notices: [{ kind: 'pages-cut-short', count: 2 }] } },
    });
  });

  it('that a certificate locks is said to be encrypted, not damaged', async () => {
    const locked = latin1(
      text.replace(/trailer\n<</, '$& /Encrypt << /Filter /Adobe.PubSec /V 4 >>'),
    );
    const result = await parseSource(locked, 'a.pdf', { variant: 'page' });
    expect(result).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('protected by encryption') as string },
    });
  });

  it('behind other bytes is still a PDF', async () => {
    const behind = Uint8Array.from([...latin1('HTTP/1.1 200 OK\n\n'), ...sample]);
    const result = await parseSource(behind, 'a.pdf', { variant: 'page' });
    expect(result).toMatchObject({ ok: true, value: { content: { format: 'pdf' } } });
  });

  it('without its first line is one as well', async () => {
    const cut = latin1(text.slice(text.indexOf('\n') + 1));
    const result = await parseSource(cut, 'a.pdf', { variant: 'page' });
    expect(result).toMatchObject({ ok: true, value: { content: { format: 'pdf' } } });
  });
});

import { describe, expect, it } from 'vitest';
import { importSource } from '../../../main/importers/import-source.ts';
import { importLimits } from '../../../main/importers/limits.ts';
import { bundledWorker } from '../../support/worker-bundle.ts';
import { bytesOf } from './samples.ts';

const worker = bundledWorker('main/importers/import-worker.ts');

describe('the import thread', () => {
  it('reads each format and leaves the bytes as they were', async () => {
    const bytes = bytesOf('# T\n\ntext');
    expect(
      await importSource(bytes, 'a.md', { worker: worker(), variant: 'article' }),
    ).toMatchObject({
      ok: true,
      value: { content: { title: 'T', text: 'T\n\ntext', format: 'markdown' } },
    });
    expect(bytes).toEqual(bytesOf('# T\n\ntext'));
    expect(
      await importSource(bytesOf('<!doctype html><p>x'), 'a.html', {
        worker: worker(),
        variant: 'page',
      }),
    ).toMatchObject({ ok: true, value: { content: { text: 'x', format: 'html' } } });
  });

  it('hands errors back as values', async () => {
    expect(
      await importSource(bytesOf(''), 'a.txt', { worker: worker(), variant: 'article' }),
    ).toMatchObject({
      ok: false,
      error: { code: 'empty-file' },
    });
  });

  it('refuses what is too large, and says the limit', async () => {
    const limits = { ...importLimits, bytes: 2 * 1024 * 1024 };
    const bytes = new Uint8Array(limits.bytes + 1);
    const result = await importSource(bytes, 'a.txt', {
      worker: worker(),
      variant: 'article',
      limits,
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'file-too-large' } });
    if (!result.ok) expect(result.error.message).toContain('2 MB');
  });

  it('stops what takes too long', async () => {
    // Emphasis that never closes takes the Markdown parser quadratic time.
    const bytes = bytesOf(`${'['.repeat(50_000)}${'*a **b '.repeat(20_000)}`);
    const limits = { ...importLimits, milliseconds: 1500, millisecondsPerMegabyte: 0 };
    const result = await importSource(bytes, 'a.md', {
      worker: worker(),
      variant: 'article',
      limits,
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'import-failed' } });
    if (!result.ok) expect(result.error.message).toContain('2 seconds');
  });

  it('survives a source that needs more memory than there is', async () => {
    const bytes = bytesOf('<p>x'.repeat(400_000));
    const limits = { ...importLimits, heapMegabytes: 32 };
    const result = await importSource(bytes, 'a.html', {
      worker: worker(),
      variant: 'page',
      limits,
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'import-failed' } });
  });

  it('can be cancelled before and while it reads', async () => {
    const stop = new AbortController();
    const bytes = bytesOf(`${'['.repeat(50_000)}${'*a **b '.repeat(20_000)}`);
    const reading = importSource(bytes, 'a.md', {
      worker: worker(),
      variant: 'article',
      signal: stop.signal,
    });
    setTimeout(() => stop.abort(), 200);
    expect(await reading).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    const after = await importSource(bytes, 'a.md', {
      worker: worker(),
      variant: 'article',
      signal: stop.signal,
    });
    expect(after).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('cancelled') as string },
    });
  });

  it('says so when there is no worker to start', async () => {
    const nowhere = new URL('missing.mjs', worker());
    expect(
      await importSource(bytesOf('x'), 'a.txt', { worker: nowhere, variant: 'article' }),
    ).toMatchObject({ ok: false, error: { code: 'import-failed' } });
  });
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import { ImportHost } from '../../../main/importers/import-host.ts';
import type { ImportProcess } from '../../../main/importers/import-process.ts';
import { importLimits, type ImportLimits } from '../../../main/importers/limits.ts';
import { nodeImportProcess } from '../../../main/importers/node-process.ts';
import { endless, hungry, plain } from '../../support/host-cases.ts';
import { bundledWorker } from '../../support/worker-bundle.ts';
import { bytesOf } from './samples.ts';

const entry = bundledWorker('main/importers/import-child.ts');
const probe = bundledWorker('test/support/probe-child.ts');
const article = { variant: 'article' } as const;

const hosts: ImportHost[] = [];
afterEach(() => {
  for (const host of hosts.splice(0)) host.close();
});

/** A host, and the processes that it has started. */
function makeHost(limits: Partial<ImportLimits> = {}, from = entry()) {
  const started: ImportProcess[] = [];
  const start = nodeImportProcess(from);
  const host = new ImportHost(
    async (most) => {
      const process = await start(most);
      started.push(process);
      return process;
    },
    { ...importLimits, ...limits },
  );
  hosts.push(host);
  return { host, started };
}

describe('the importing process', () => {
  it('reads one source after the other and leaves the bytes as they were', async () => {
    const { host, started } = makeHost();
    const bytes = bytesOf('# T\n\ntext');
    expect(await host.read(bytes, 'a.md', article)).toMatchObject({
      ok: true,
      value: { content: { title: 'T', text: 'T\n\ntext', format: 'markdown' }, pages: null },
    });
    expect(bytes).toEqual(bytesOf('# T\n\ntext'));
    expect(
      await host.read(bytesOf('<!doctype html><p>x'), 'a.html', { variant: 'page' }),
    ).toMatchObject({ ok: true, value: { content: { text: 'x', format: 'html' } } });
    // A part of a larger buffer.
    expect(await host.read(bytesOf('no yes').subarray(3), 'a.txt', article)).toMatchObject({
      ok: true,
      value: { content: { text: 'yes' } },
    });
    expect(started).toHaveLength(1);
  });

  it('hands refusals back as values and serves on', async () => {
    const { host, started } = makeHost();
    expect(await host.read(bytesOf(''), 'a.txt', article)).toMatchObject({
      ok: false,
      error: { code: 'empty-file' },
    });
    expect((await host.read(plain.bytes, plain.name, article)).ok).toBe(true);
    expect(started).toHaveLength(1);
  });

  it('refuses what is too large, and says the limit', async () => {
    const { host, started } = makeHost({ bytes: 2 * 1024 * 1024 });
    const result = await host.read(new Uint8Array(2 * 1024 * 1024 + 1), 'a.txt', article);
    expect(result).toMatchObject({ ok: false, error: { code: 'file-too-large' } });
    if (!result.ok) expect(result.error.message).toContain('2 MB');
    expect(started).toHaveLength(0);
  });

  it('stops what takes too long', async () => {
    const { host, started } = makeHost({ milliseconds: 1500, millisecondsPerMegabyte: 0 });
    const result = await host.read(endless.bytes, endless.name, article);
    expect(result).toMatchObject({ ok: false, error: { code: 'import-failed' } });
    if (!result.ok) expect(result.error.message).toContain('2 seconds');
    expect((await host.read(plain.bytes, plain.name, article)).ok).toBe(true);
    expect(started).toHaveLength(2);
  });

  it('stops what needs too much memory', async () => {
    const { host, started } = makeHost({ memoryMegabytes: 160 });
    const result = await host.read(hungry.bytes, hungry.name, { variant: 'page' });
    expect(result).toMatchObject({ ok: false, error: { code: 'import-failed' } });
    if (!result.ok) expect(result.error.message).toContain('memory');
    expect((await host.read(plain.bytes, plain.name, article)).ok).toBe(true);
    expect(started).toHaveLength(2);
  });

  it('can be cancelled at once, before and while it reads', async () => {
    const { host, started } = makeHost();
    const stop = new AbortController();
    const reading = host.read(endless.bytes, endless.name, { ...article, signal: stop.signal });
    const waiting = host.read(plain.bytes, plain.name, { ...article, signal: stop.signal });
    await vi.waitUntil(() => started.length === 1, { timeout: 10_000 });
    stop.abort();
    for (const result of [await reading, await waiting])
      expect(result).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect((await host.read(plain.bytes, plain.name, article)).ok).toBe(true);
  });

  it('fails one source alone when it dies', async () => {
    const { host, started } = makeHost();
    const reading = host.read(endless.bytes, endless.name, article);
    await vi.waitUntil(() => started.length === 1, { timeout: 10_000 });
    started[0]?.kill();
    const result = await reading;
    expect(result).toMatchObject({ ok: false, error: { code: 'import-failed' } });
    if (!result.ok) expect(result.error.message).toContain(endless.name);
    expect((await host.read(plain.bytes, plain.name, article)).ok).toBe(true);
    // The one that waits for the next source may die as well.
    started[1]?.kill();
    await started[1]?.ended;
    expect((await host.read(plain.bytes, plain.name, article)).ok).toBe(true);
    expect(started).toHaveLength(3);
  });

  it('reads no file, writes none, starts nothing and makes no code of text', async () => {
    const process = await nodeImportProcess(probe())(importLimits);
    const denied = 'ERR_ACCESS_DENIED';
    const limits = importLimits;
    expect(await process.read({ ...plain, options: article, limits })).toEqual([
      ...[denied, denied, denied, denied],
      'refused',
      '',
    ]);
    process.kill();
  });

  it('is not believed when it talks nonsense', async () => {
    const says = (answer: unknown): ImportProcess => ({
      read: () => Promise.resolve(answer),
      ended: new Promise(() => undefined),
      memory: () => 0,
      kill: vi.fn(),
      hold: () => undefined,
    });
    const value = { content: { text: 1 }, pages: null, files: [] };
    const nonsense = [
      undefined,
      {},
      { json: '{', pictures: [], fault: null },
      { json: JSON.stringify({ ok: true, value }), pictures: [], fault: null },
      { json: JSON.stringify({ ok: false, error: { code: 'x' } }), pictures: [], fault: null },
    ];
    for (const answer of nonsense) {
      const process = says(answer);
      const host = new ImportHost(() => Promise.resolve(process));
      expect(await host.read(plain.bytes, plain.name, article)).toMatchObject({
        ok: false,
        error: { code: 'import-failed' },
      });
      expect(process.kill).toHaveBeenCalled();
    }
  });

  it('says so when there is no process to be had', async () => {
    const { host } = makeHost({}, new URL('missing.mjs', entry()));
    expect(await host.read(plain.bytes, plain.name, article)).toMatchObject({
      ok: false,
      error: { code: 'import-failed' },
    });
  });
});

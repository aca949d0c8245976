import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '../support/app.ts';
import { call } from '../support/bridge.ts';
import { drop, type DroppedSource } from '../support/drop.ts';
import { makeFolder, removeFolder } from '../support/folders.ts';
import { endless, plain } from '../support/host-cases.ts';

const home = 'app://import/';

let folder: string;
let running: RunningApp;
beforeAll(async () => {
  folder = await makeFolder();
  running = await launchApp({
    library: path.join(folder, 'library'),
    userData: path.join(folder, 'user-data'),
  });
});
afterAll(async () => {
  await running.close();
  await removeFolder(folder);
});

const add = (source: DroppedSource) => drop(running.page, source);

/** Process ids of the pages that sources are read in. */
const processes = () =>
  running.app.evaluate(
    ({ webContents }, at) =>
      webContents
        .getAllWebContents()
        .filter((one) => !one.isDestroyed() && one.getURL() === at)
        .map((one) => one.getOSProcessId()),
    home,
  );

/** What an expression is, in the page's own world. */
const inPage = (expression: string): Promise<unknown> =>
  running.app.evaluate(
    ({ webContents }, [at, code]) =>
      webContents
        .getAllWebContents()
        .find((one) => one.getURL() === at)
        ?.executeJavaScript(code) as unknown,
    [home, expression] as const,
  );

const texts = async () => {
  const start = await call(running.page, 'app.start', {});
  return start.ok ? start.value.documents.map(({ title }) => title) : [];
};

/** Waits until a process is at work. */
const busy = (pid: number) =>
  expect
    .poll(() =>
      running.app.evaluate(
        ({ app }, id) =>
          app.getAppMetrics().find((one) => one.pid === id)?.cpu.percentCPUUsage ?? 0,
        pid,
      ),
    )
    .toBeGreaterThan(20);

describe('the process that sources are read in', () => {
  it('is not there before there is a source, and serves more than one', async () => {
    expect(await processes()).toEqual([]);
    expect((await add(plain)).kind).toBe('added');
    const [first] = await processes();
    expect((await add({ ...plain, bytes: new TextEncoder().encode('# Two') })).kind).toBe('added');
    expect(await processes()).toEqual([first]);
  });

  it('is a sandboxed page without Node, files, network or a window', async () => {
    const kinds = await inPage(
      '[typeof process, typeof require, typeof module, typeof Buffer, typeof commonplace]',
    );
    expect(new Set(kinds as string[])).toEqual(new Set(['undefined']));
    const reach = (at: string) =>
      inPage(`fetch(${JSON.stringify(at)}).then((answer) => answer.status, () => 'refused')`);
    for (const at of [
      'https://example.invalid/',
      'http://127.0.0.1/',
      'file:///etc/passwd',
      'app://commonplace/index.html',
      'app://import/index.html',
    ])
      expect([at, await reach(at)]).toEqual([at, 'refused']);
    expect(
      await inPage(`new Promise((done) => setTimeout(() => {
      try { done(eval('1 + 1')); } catch { done('refused'); }
    }))`),
    ).toBe('refused');
    // Electron has it, its types do not.
    interface Asked {
      readonly getLastWebPreferences: () => object;
    }
    const [preferences, windows] = await running.app.evaluate(
      ({ webContents, BrowserWindow }, at) => {
        const page = webContents.getAllWebContents().find((one) => one.getURL() === at);
        return [
          (page as unknown as Asked).getLastWebPreferences(),
          BrowserWindow.getAllWindows().length,
        ] as const;
      },
      home,
    );
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
    });
    expect(windows).toBe(1);
  });

  it('fails one source alone when it is killed, and the next one is read', async () => {
    const before = await texts();
    const [pid = 0] = await processes();
    const reading = add(endless);
    await busy(pid);
    await running.app.evaluate((_electron, id) => {
      process.kill(id, 'SIGKILL');
    }, pid);
    expect(await reading).toMatchObject({ kind: 'failed', code: 'import-failed' });
    expect(await texts()).toEqual(before);
    const next = { name: 'three.md', bytes: new TextEncoder().encode('# Three') };
    expect((await add(next)).kind).toBe('added');
    expect(await processes()).not.toContain(pid);
  });

  it('ends at once when it is cancelled', async () => {
    const [pid = 0] = await processes();
    const reading = add(endless);
    await busy(pid);
    const since = performance.now();
    await call(running.page, 'import.cancel', {});
    expect(await reading).toMatchObject({ kind: 'failed', code: 'cancelled' });
    expect(performance.now() - since).toBeLessThan(2000);
    await expect.poll(processes).not.toContain(pid);
    expect((await add({ name: 'four.md', bytes: new TextEncoder().encode('# Four') })).kind).toBe(
      'added',
    );
  });
});

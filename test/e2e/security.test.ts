import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, repository, type RunningApp } from '../support/app.ts';
import { call, callAnything } from '../support/bridge.ts';
import { makeFolder, removeFolder } from '../support/folders.ts';

const home = 'app://commonplace/index.html';
const elsewhere = 'https://example.invalid/';
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

describe('the window', () => {
  it('has no Node, and of main only a frozen bridge', async () => {
    const found = await running.page.evaluate(() => {
      const world = globalThis as unknown as Record<string, unknown>;
      const bridge = world['commonplace'] as Record<string, unknown>;
      try {
        bridge['call'] = 1;
      } catch {
        // Frozen: that is what is tested.
      }
      return {
        node: ['require', 'process', 'module', 'Buffer', 'global'].map(
          (name) => typeof world[name],
        ),
        bridge: Object.entries(bridge).map(([name, value]) => [name, typeof value]),
      };
    });
    expect(new Set(found.node)).toEqual(new Set(['undefined']));
    expect(found.bridge).toEqual([
      ['call', 'function'],
      ['on', 'function'],
    ]);
    // Electron has it, its types do not.
    interface Asked {
      readonly getLastWebPreferences: () => object;
    }
    const preferences = await running.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as Asked;
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
  });

  it('is served with a policy without exceptions, and only its own files', async () => {
    const { page } = running;
    const headers = await page.evaluate(async () => {
      const answer = await fetch('/index.html');
      return Object.fromEntries(answer.headers);
    });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['content-security-policy']).toMatch(/trusted-types commonplace-worker$/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    const refused = [
      '/nothing.js',
      '/index.exe',
      '/..%2f..%2fpackage.json',
      '/%2e%2e/%2e%2e/package.json',
      '/..%5c..%5cpackage.json',
      '//etc/passwd',
      '/%2fetc%2fpasswd',
      '/assets/..%2f..%2f..%2fpackage.json',
      '/%00.html',
      '/../main/index.js',
      '/..%2fmain%2findex.js',
      '/..%2frenderer-evil%2fa.js',
      'app://evil/index.html',
      'file:///etc/passwd',
    ];
    for (const address of refused) {
      const status = await page.evaluate(
        (at) =>
          fetch(at.includes(':') ? at : `app://commonplace${at}`).then(
            (answer) => answer.status,
            () => 0,
          ),
        address,
      );
      expect([address, [0, 400, 403, 404].includes(status)]).toEqual([address, true]);
    }
  });

  it('runs no text as code', async () => {
    const results = await running.page.evaluate(async () => {
      const attempt = (what: () => unknown) =>
        // The inspector may evaluate, timers may not.
        new Promise<string>((resolve) => {
          setTimeout(() => {
            try {
              resolve(`ran ${String(what())}`);
            } catch (error) {
              resolve(error instanceof Error ? 'refused' : 'odd');
            }
          }, 0);
        });
      const script = document.createElement('script');
      const world = globalThis as unknown as Record<string, unknown>;
      const inserted = await attempt(() => {
        script.append('window.ran = 1');
        document.head.append(script);
        return world['ran'] ?? 'nothing';
      });
      return [
        await attempt(() => (0, eval)('1 + 1')),
        // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- it must be refused
        await attempt(() => new Function('return 2')() as unknown),
        await attempt(() => (document.createElement('div').innerHTML = '<b>x</b>')),
        inserted.replace('refused', 'ran nothing'),
      ];
    });
    expect(results).toEqual(['refused', 'refused', 'refused', 'ran nothing']);
  });

  it('starts no thread from an address that is none of its own', async () => {
    const results = await running.page.evaluate(async () => {
      const attempt = (what: () => unknown) =>
        // The inspector may do more than timers may.
        new Promise<string>((resolve) => {
          setTimeout(() => {
            try {
              what();
              resolve('ran');
            } catch {
              resolve('refused');
            }
          }, 0);
        });
      interface Policies {
        readonly trustedTypes: { readonly createPolicy: (name: string, rules: object) => unknown };
      }
      const { trustedTypes } = globalThis as unknown as Policies;
      return [
        await attempt(() => new Worker('/assets/any.js')),
        await attempt(() => new Worker('data:text/javascript,1')),
        await attempt(() => new Worker(URL.createObjectURL(new Blob(['1'])))),
        await attempt(() => new SharedWorker('/assets/any.js')),
        await attempt(() => trustedTypes.createPolicy('any', {})),
        await attempt(() => trustedTypes.createPolicy('default', {})),
      ];
    });
    expect(results).toEqual(Array.from({ length: 6 }, () => 'refused'));
  });

  it('goes nowhere and opens nothing', async () => {
    const { page, app } = running;
    const said: string[] = [];
    page.on('console', (line) => said.push(line.text()));
    app.on('console', (line) => said.push(line.text()));
    await app.evaluate(({ BrowserWindow }) => {
      // Heard after the program's own listener.
      BrowserWindow.getAllWindows()[0]?.webContents.on('will-navigate', (event) => {
        if (event.defaultPrevented) console.log(`main refused ${event.url}`);
      });
    });
    const tryForm = (at: string): void => {
      const form = Object.assign(document.createElement('form'), { action: at });
      document.body.append(form);
      form.submit();
      form.remove();
    };
    const tryLink = (at: string): void => {
      Object.assign(document.createElement('a'), { href: at }).click();
    };
    const tryBlob = () =>
      (location.href = URL.createObjectURL(new Blob(['x'], { type: 'text/html' })));
    // Who refuses each, Chromium or main, says so; a window that is not opened is the answer itself.
    const ways: readonly (readonly [RegExp | null, (at: string) => unknown])[] = [
      [/^main refused https:/, (at) => (location.href = at)],
      [/^Not allowed to load local resource/, () => (location.href = 'file:///etc/passwd')],
      [/^Not allowed to navigate top frame/, () => (location.href = 'data:text/html,hi')],
      [/^main refused blob:/, tryBlob],
      [/^Refused to send form data/, tryForm],
      [/^main refused https:/, tryLink],
      [null, (at) => window.open(at) === null],
      [null, () => window.open('about:blank') === null],
    ];
    for (const [refusal, way] of ways) {
      said.length = 0;
      const answer = await page.evaluate(way, elsewhere);
      if (refusal === null) expect(answer).toBe(true);
      else
        await expect
          .poll(() => said, { timeout: 5000 })
          .toContainEqual(expect.stringMatching(refusal));
      expect([page.url(), app.windows().length]).toEqual([home, 1]);
    }
    const guests = await app.evaluate(
      ({ webContents }) =>
        webContents.getAllWebContents().filter((contents) => contents.getType() === 'webview')
          .length,
    );
    expect(guests).toBe(0);
  });

  it('is given no permission', async () => {
    const answers = await running.page.evaluate(async () => {
      const name = (error: unknown) => (error instanceof Error ? error.name : 'refused');
      const granted = () => 'GRANTED';
      const asks: Promise<string>[] = [
        new Promise((resolve) => {
          navigator.geolocation.getCurrentPosition(
            () => resolve('GRANTED'),
            () => resolve('refused'),
          );
        }),
        Notification.requestPermission(),
        navigator.mediaDevices.getUserMedia({ audio: true }).then(granted, name),
        navigator.mediaDevices.getDisplayMedia({ video: true }).then(granted, name),
        navigator.clipboard.readText().then(granted, name),
        navigator.clipboard.writeText('x').then(granted, name),
        navigator.requestMIDIAccess({ sysex: true }).then(granted, name),
        navigator.storage.persist().then(String),
        Promise.resolve('showOpenFilePicker' in window ? 'GRANTED' : 'absent'),
      ];
      return Promise.all(asks);
    });
    for (const answer of answers) expect(answer).not.toMatch(/GRANTED|granted|true/);
  });
});

describe('main', () => {
  it('answers its own window alone', async () => {
    const preload = path.join(repository, 'out/preload/preload.cjs');
    const reply: unknown = await running.app.evaluate(async ({ BrowserWindow }, file) => {
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: { preload: file, sandbox: true, contextIsolation: true },
      });
      await stranger.loadURL('data:text/html,<h1>x</h1>').catch(() => undefined);
      const said: unknown = await stranger.webContents.executeJavaScript(
        "commonplace.call('app.start', {})",
      );
      stranger.destroy();
      return said;
    }, preload);
    expect(reply).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  });

  it('refuses unknown names and wrong input with a code', async () => {
    const { page } = running;
    const code = async (name: unknown, input: unknown) => {
      const reply = await callAnything(page, name, input);
      return reply.ok ? 'ok' : reply.error.code;
    };
    expect(await code('fs.readFile', { path: '/etc/passwd' })).toBe('unknown-call');
    expect(await code('constructor', {})).toBe('unknown-call');
    expect(await code('document.open', { id: '../../../etc' })).toBe('invalid-input');
    expect(await code('document.open', { id: 'never-there' })).toBe('not-found');
    expect(await code('link.open', { href: 'file:///etc/passwd' })).toBe('forbidden');
    expect((await call(page, 'app.start', {})).ok).toBe(true);
  });
});

import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { chromium, type Browser, type Page } from 'playwright-core';

const repository = path.resolve(import.meta.dirname, '../..');
const START_LIMIT_MS = 30_000;

export const packagedExecutable = path.join(repository, 'dist/linux-unpacked/commonplace');

/** Does nothing when the packaged folder was already made of the same build. */
export async function packageApp(): Promise<void> {
  const script = path.join(repository, 'scripts/package.mjs');
  await promisify(execFile)(process.execPath, [script, '--dir-only'], { cwd: repository });
}

export interface PackagedApp {
  readonly page: Page;
  readonly close: () => Promise<void>;
}

/** Drives it over the DevTools protocol: the fuses refuse --inspect, which Playwright's own way would need. */
export async function startPackagedApp(library: string, userData: string): Promise<PackagedApp> {
  const asRoot = process.getuid?.() === 0;
  const app = spawn(
    packagedExecutable,
    [
      ...(asRoot ? ['--no-sandbox'] : []),
      '--remote-debugging-port=0',
      `--user-data-dir=${userData}`,
      `--library=${library}`,
    ],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { DBUS_SESSION_BUS_ADDRESS: 'disabled:', ...process.env, NODE_ENV: 'production' },
    },
  );
  const exited = once(app, 'exit');
  try {
    const { browser, page } = await firstPage(await debuggerAddress(app));
    return {
      page,
      close: async () => {
        await browser.close();
        app.kill();
        await exited;
      },
    };
  } catch (error) {
    app.kill('SIGKILL');
    throw error;
  }
}

/** A page that opens while the connection is made may be seen by neither: then the connection is made again. */
async function firstPage(address: string): Promise<{ browser: Browser; page: Page }> {
  const deadline = Date.now() + START_LIMIT_MS;
  for (;;) {
    const browser = await chromium.connectOverCDP(address);
    const page = browser.contexts()[0]?.pages()[0];
    if (page !== undefined) return { browser, page };
    await browser.close();
    if (Date.now() > deadline) throw new Error('The packaged app opened no window in 30 s.');
    await pause(200);
  }
}

/** Chromium says on stderr where it listens. */
function debuggerAddress(app: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => {
      reject(new Error(`The packaged app did not start in ${START_LIMIT_MS} ms:\n${said}`));
    }, START_LIMIT_MS);
    app.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    });
    app.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The packaged app ended with ${String(code)}:\n${said}`));
    });
  });
}

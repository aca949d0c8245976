import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as after } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { electron } from '../../support/app.ts';
import { treePss, treeTicks } from './memory.ts';

export interface Started {
  /** From the process to the first large text on screen, ms by the system's clock. */
  readonly readable: number;
  /** Bytes of all processes once nothing happens any more. */
  readonly pss: number;
}

/** Starts a program as a reader does, without a driver; looks at it only when it has come to rest. */
export async function startAndRest(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Started> {
  const runtime = await electron();
  const asRoot = process.getuid?.() === 0;
  const since = Date.now();
  const child = spawn(
    runtime.executable,
    [...args, ...(asRoot ? ['--no-sandbox'] : []), '--remote-debugging-port=0'],
    { env: { ...runtime.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  try {
    const address = await debugAddress(child);
    const pid = child.pid ?? 0;
    await rest(pid);
    const pss = await treePss(pid);
    const browser = await chromium.connectOverCDP(address);
    const page = browser.contexts()[0]?.pages()[0];
    if (page === undefined) throw new Error('no page');
    const painted = await page.evaluate(readableAt);
    return { readable: painted - since, pss };
  } finally {
    await end(child);
  }
}

/** When a part of the text was painted first, by the page's own record of large contents. */
function readableAt(): Promise<number> {
  return new Promise((resolve, reject) => {
    new PerformanceObserver((list) => {
      const entries = list.getEntries() as (PerformanceEntry & { element: Element | null })[];
      const first = entries.find(({ element }) => element?.closest('[data-start]') != null);
      if (first === undefined) reject(new Error('no text was painted'));
      else resolve(performance.timeOrigin + first.startTime);
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
}

function debugAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error(`it ended: ${said}`)));
  });
}

/** Until the processes used next to no time for a while. */
async function rest(pid: number): Promise<void> {
  let before = await treeTicks(pid);
  for (let still = 0, looks = 0; still < 6; looks++) {
    if (looks > 300) throw new Error('the program does not come to rest');
    await after(150);
    const now = await treeTicks(pid);
    still = now - before <= 1 ? still + 1 : 0;
    before = now;
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 8000);
  await gone;
  clearTimeout(late);
}

import { readFile } from 'node:fs/promises';
import type { CDPSession, ElectronApplication, Page } from 'playwright-core';
import type { Condition } from '../pages/conditions.ts';
import '../pages/probe.ts';

/** A window that is measured: the program's or one of the others. */
export interface Window {
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly app: ElectronApplication;
  /** Process id of the page. */
  readonly renderer: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** Frames as fast as they can be made: a time is work then, not the wait for the screen's next turn. */
export const unpaced = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

/** So that a measurement that breaks off leaves nothing behind that slows down the next. */
const opened = new Set<() => Promise<void>>();

export async function closeAll(): Promise<void> {
  for (const close of opened) await close().catch(() => undefined);
  opened.clear();
}

export async function asWindow(
  app: ElectronApplication,
  page: Page,
  close: () => Promise<void>,
): Promise<Window> {
  const cdp = await page.context().newCDPSession(page);
  opened.add(close);
  return {
    page,
    cdp,
    app,
    renderer: () =>
      app.evaluate(({ BrowserWindow }) => {
        const pid = BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId();
        if (pid === undefined) throw new Error('no window');
        return pid;
      }),
    close: async () => {
      opened.delete(close);
      await close();
    },
  };
}

/** Puts the probe into a page past its policy for scripts; once for each page. */
export async function addProbe({ cdp }: Pick<Window, 'cdp'>, scripts: string): Promise<void> {
  const expression = await readFile(`${scripts}/probe.js`, 'utf8');
  const { exceptionDetails } = await cdp.send('Runtime.evaluate', { expression });
  if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
}

/** Milliseconds from the event that `act` makes to the frame that shows what is waited for. */
export async function time(
  { page }: Pick<Window, 'page'>,
  type: string,
  condition: Condition,
  act: () => Promise<void>,
): Promise<number> {
  await page.evaluate(
    ([name, wanted]) => {
      globalThis.bench.pending = globalThis.bench.timeFrom(name, wanted);
    },
    [type, condition] as const,
  );
  await act();
  return pending(page, JSON.stringify(condition).slice(0, 120));
}

/** What was begun in the page; an answer that never comes is told with what it was. */
export async function pending(page: Page, what: string, minutes = 2): Promise<number> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`not seen within ${minutes} minutes: ${what}`));
    }, minutes * 60_000);
  });
  try {
    return await Promise.race([page.evaluate(() => globalThis.bench.pending ?? 0), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Lets everything that is still on its way come to an end. */
export async function quiet({ page }: Pick<Window, 'page'>, frames = 6): Promise<void> {
  await page.evaluate((count) => globalThis.bench.stillFrames(count), frames);
}

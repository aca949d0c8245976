import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchApp, type RunningApp } from '../../support/app.ts';
import { makeBook } from '../../support/make-book.ts';
import { figure } from '../figures.ts';
import { epub, novelLines } from '../made/import-files.ts';
import { boundRow, type Row } from './row.ts';

export interface Importing {
  readonly rows: readonly Row[];
  readonly failures: readonly string[];
}

/** A file is handed over as a second start does, to a program that rests, and looked for on the screen. */
export async function measureImporting(quick: boolean): Promise<Importing> {
  const scale = quick ? 0.25 : 1;
  const lines = novelLines(scale);
  const book = (title: string): Uint8Array => epub(lines, title);
  // Another number of pages is another file.
  const pages = (_title: string, round: number): Uint8Array =>
    makeBook(Math.round(300 * scale) + round);
  const asked: readonly Asked[] = [
    { what: 'EPUB as long as Moby-Dick to its text', ending: 'epub', make: book, nth: 1 },
    { what: 'the same, another one before', ending: 'epub', make: book, nth: 2 },
    { what: 'PDF of 300 pages to its first page', ending: 'pdf', make: pages, nth: 1 },
  ];
  const rows: Row[] = [];
  const failures: string[] = [];
  for (const one of asked) {
    process.stderr.write(`${one.what} …\n`);
    try {
      const samples = await samplesOf(one, quick ? 3 : 7);
      const measured = {
        name: 'import',
        what: one.what,
        unit: 'ms',
        measured: figure(samples),
      } as const;
      rows.push(boundRow(measured, { most: 1000 }));
    } catch (error) {
      failures.push(`${one.what}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { rows, failures };
}

interface Asked {
  readonly what: string;
  readonly ending: string;
  readonly make: (title: string, round: number) => Uint8Array;
  /** Which of the files that are handed over to a new program is measured. */
  readonly nth: number;
}

async function samplesOf({ ending, make, nth }: Asked, rounds: number): Promise<readonly number[]> {
  const folder = await mkdtemp(join(tmpdir(), 'commonplace-bench-'));
  const samples: number[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      const place = join(folder, String(round));
      const running = await launchApp({ library: `${place}-library`, userData: `${place}-user` });
      try {
        await running.page.getByTestId('reader').locator('[data-start]').first().waitFor();
        for (let file = 1; file <= nth; file += 1) {
          const title = `Book ${round} ${file}`;
          const source = join(folder, `${title}.${ending}`);
          await writeFile(source, make(title, round * nth + file));
          const took = await handOver(running, source, ending === 'pdf' ? null : title);
          if (file === nth) samples.push(took);
        }
      } finally {
        await running.close();
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  return samples;
}

/** Milliseconds from the file handed over to the frame that shows its title, or the picture of its first page. */
async function handOver(
  { app, page }: RunningApp,
  file: string,
  title: string | null,
): Promise<number> {
  // The page looks by itself: to ask it from outside again and again would take the time that is measured.
  const shown = page.evaluate(shownAt, title);
  await page.evaluate(() => undefined);
  const since = Date.now();
  await app.evaluate((electron, handed) => {
    electron.app.emit('second-instance', {}, [], '', { files: [handed], links: [] });
  }, file);
  return (await shown) - since;
}

/** In the page: when the frame with the title or the picture was drawn, ms since 1970. */
function shownAt(title: string | null): Promise<number> {
  const picture = '[data-shown] .paper-picture, [data-testid="paper"] .paper-picture';
  const isThere = (): boolean =>
    title === null
      ? document.querySelector(picture) !== null
      : document.querySelector('[data-testid="reader"] h1')?.textContent === title;
  return new Promise((resolve) => {
    const look = (): void => {
      if (!isThere()) return;
      changes.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(Date.now())));
    };
    const changes = new MutationObserver(look);
    changes.observe(document.body, { childList: true, subtree: true, attributes: true });
  });
}

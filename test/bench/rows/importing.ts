import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchApp, type RunningApp } from '../../support/app.ts';
import { makeBook } from '../../support/make-book.ts';
import { figure } from '../figures.ts';
import { epub, novelLines } from '../made/import-files.ts';
import { boundRow, type Row } from './row.ts';

/** A file is handed over as a second start does, to a program that rests, and looked for on the screen. */
export async function measureImporting(quick: boolean): Promise<readonly Row[]> {
  const rounds = quick ? 3 : 7;
  const scale = quick ? 0.25 : 1;
  const folder = await mkdtemp(join(tmpdir(), 'commonplace-bench-'));
  const lines = novelLines(scale);
  const book = { first: [] as number[], next: [] as number[] };
  const pages: number[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      const place = join(folder, String(round));
      const running = await launchApp({ library: `${place}-library`, userData: `${place}-user` });
      try {
        await running.page.getByTestId('reader').locator('[data-start]').first().waitFor();
        for (const which of ['first', 'next'] as const) {
          const title = `Book ${which} ${round}`;
          const file = join(folder, `${title}.epub`);
          await writeFile(file, epub(lines, title));
          book[which].push(await handOver(running, file, 'Chapter 1'));
          await running.page.reload();
          await running.page.getByTestId('reader').locator('[data-start]').first().waitFor();
        }
        const file = join(folder, `Pages ${round}.pdf`);
        // Another number of pages is another file.
        await writeFile(file, makeBook(Math.round(300 * scale) + round));
        pages.push(await handOver(running, file, 'Chapter 1'));
      } finally {
        await running.close();
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  const row = (what: string, samples: readonly number[]) =>
    boundRow({ name: 'import', what, unit: 'ms', measured: figure(samples) }, { most: 1000 });
  return [
    row('EPUB as long as Moby-Dick to its text, the first file', book.first),
    row('the same, another file before', book.next),
    row('PDF of 300 pages to its first page', pages),
  ];
}

/** Milliseconds from the file handed over to words of it on the screen. */
async function handOver({ app, page }: RunningApp, file: string, words: string): Promise<number> {
  const before = await page.title();
  const since = performance.now();
  await app.evaluate((electron, handed) => {
    electron.app.emit('second-instance', {}, [], '', { files: [handed], links: [] });
  }, file);
  await page.waitForFunction((title) => document.title !== title, before, { timeout: 60_000 });
  const seen = page.getByTestId('reader').getByText(words).first();
  await seen.waitFor({ timeout: 60_000 });
  return performance.now() - since;
}

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { countingStamp } from '../../main/store/workshop.ts';
import { ids, type Bench } from '../bench.ts';
import { openApp } from '../drive/app-window.ts';
import { openBare } from '../drive/bare-window.ts';
import { settledBytes } from '../drive/memory.ts';
import { quiet, type Window } from '../drive/window.ts';
import { figure } from '../figures.ts';
import { contentOf, writeLibrary, type LibraryText } from '../made/library.ts';
import { makeText } from '../made/text.ts';
import { openWhole } from './open-whole.ts';
import { ratioRow, type Row } from './row.ts';

const megabyte = 1024 * 1024;

/** What the long text adds to the page's own memory, over a small one; and the same for plain paragraphs. */
export async function measureMemory(bench: Bench): Promise<readonly Row[]> {
  const library = await bench.library();
  const own: number[] = [];
  const plain: number[] = [];
  for (let round = 0; round < bench.rounds; round++) {
    const userData = join(bench.folder, 'user');
    const window = await openApp({ library, userData, scripts: bench.scripts });
    // Both texts of the comparison are opened by a click, so that both have paid for the first one.
    const small = await bytesWith(window, ids.small);
    own.push((await bytesWith(window, ids.long)) - small);
    await openWhole(window, ids.first);
    await window.close();
    const bare = await openBare(bench.bare, join(bench.pages, 'plain-small.html'));
    const before = await settledBytes(bare);
    await bare.page.goto(pathToFileURL(join(bench.pages, 'plain-long.html')).href);
    await quiet(bare, 12);
    plain.push((await settledBytes(bare)) - before);
    await bare.close();
  }
  const measured = figure(own.map((bytes) => bytes / megabyte));
  const other = figure(plain.map((bytes) => bytes / megabyte));
  const what = 'memory of the page that the 4 MB text adds to an 8 KB one';
  return [
    ratioRow({ name: 'memory', what, unit: 'MB', measured }, 'plain paragraphs', other, 1 / 4),
  ];
}

/** Many large texts one after the other: the memory of the page must be that of one. */
export async function measureManyTexts(bench: Bench): Promise<readonly Row[]> {
  const scale = bench.quick ? 4 : 1;
  const count = bench.quick ? 12 : 20;
  const first: number[] = [];
  const last: number[] = [];
  for (let round = 0; round < (bench.quick ? 1 : bench.rounds); round++) {
    const library = join(bench.folder, `many-${round}`);
    const texts = await writeMany(library, count, scale);
    const userData = join(bench.folder, 'user');
    const window = await openApp({ library, userData, scripts: bench.scripts });
    const sizes: number[] = [];
    for (const id of texts) {
      // Its row is in sight then, wherever the order of reading puts it.
      await window.page.locator('.library-filter').fill(id.replace('text-', ''));
      sizes.push(await bytesWith(window, id));
    }
    first.push(sizes[0] ?? 0);
    last.push(sizes.at(-1) ?? 0);
    await window.close();
  }
  const measured = figure(last.map((bytes) => bytes / megabyte));
  const other = figure(first.map((bytes) => bytes / megabyte));
  const what = `memory of the page after ${count} large texts one after the other`;
  const row = { name: 'boundedMemory', what, unit: 'MB', measured } as const;
  return [ratioRow(row, 'after the first', other, 1.25)];
}

/** Of 1 to 4 MB, the first and the last of one size; with a small one that is open at the start. */
async function writeMany(folder: string, count: number, scale: number): Promise<readonly string[]> {
  const stamp = countingStamp(0xca);
  const texts: LibraryText[] = [];
  for (let n = 0; n <= count; n++) {
    const size = n === 0 ? 8000 : n === 1 || n === count ? 4_000_000 : (1 + (n % 4)) * 1_000_000;
    const made = makeText(titleOf(n), n === 0 ? size : size / scale, n);
    const id = `text-${String(n).padStart(4, '0')}`;
    const source = Buffer.from(made.source);
    texts.push({ id, content: contentOf(made), source, name: `${id}.md`, marks: [] });
  }
  await writeLibrary(folder, texts, [], texts[0]?.id ?? '', stamp);
  return texts.slice(1).map(({ id }) => id);
}

function titleOf(n: number): string {
  return `Text ${String(n).padStart(4, '0')}`;
}

async function bytesWith(window: Window, id: string): Promise<number> {
  await openWhole(window, id);
  return settledBytes(window);
}

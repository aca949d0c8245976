import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Span } from '../../../core/model/span.ts';
import { ids, textOf, turned, type Bench } from '../bench.ts';
import { openApp, saved } from '../drive/app-window.ts';
import { openBare } from '../drive/bare-window.ts';
import { pending, quiet, time, unpaced, type Window } from '../drive/window.ts';
import { figure } from '../figures.ts';
import { openWhole } from './open-whole.ts';
import { provePainted } from './proof.ts';
import { ratioRow, type Row } from './row.ts';

const peers = { raw: 'raw.html', recogito: 'recogito.html', wrapping: 'wrapping.html' };
const addsEach = 3;

/** From the key to the frame that shows the new mark. */
export async function measureAdding(bench: Bench): Promise<readonly Row[]> {
  const window = await openAppOn(bench, ids.marked10k);
  const others = new Map<string, Window>();
  for (const [name, page] of Object.entries(peers)) {
    const other = await openBare(bench.bare, join(bench.pages, 'plain-small.html'), unpaced);
    await other.page.goto(pathToFileURL(join(bench.pages, page)).href, { timeout: 600_000 });
    await pending(other.page, page, 10);
    await provePainted(bench, other, textOf(bench, ids.marked10k).marks);
    others.set(name, other);
  }
  const times: Record<string, number[]> = {};
  const subjects = ['own', ...others.keys()];
  const spans = passages(bench, ids.marked10k);
  for (let round = 0; round <= bench.rounds; round++) {
    for (const name of turned(subjects, round)) {
      for (let n = 0; n < addsEach; n++) {
        const span = spans[(round * addsEach + n) % spans.length] ?? { start: 0, end: 8 };
        const other = others.get(name);
        const ms = await (other === undefined ? addInApp(window, span) : addInPeer(other, span));
        // The first round is for the compiler.
        if (round > 0) (times[name] ??= []).push(ms);
      }
    }
  }
  for (const opened of [window, ...others.values()]) await opened.close();
  const of = (name: string) => figure(times[name] ?? []);
  const what = 'add a mark at 10,000: key to painted';
  const row = { name: 'add', what, unit: 'ms', measured: of('own') } as const;
  return [
    ratioRow(row, 'raw CSS highlights on sections', of('raw'), 1.3),
    ratioRow(row, 'Recogito', of('recogito'), 1 / 5),
    ratioRow(row, 'span wrapping', of('wrapping'), 1 / 5),
  ];
}

/** The same with few and with very many marks in the text. */
export async function measureAddScale(bench: Bench): Promise<readonly Row[]> {
  const counts = [ids.marked1k, ids.marked10k, ids.marked50k];
  const window = await openAppOn(bench, ids.first);
  const times: Record<string, number[]> = {};
  for (let round = 0; round <= bench.rounds; round++) {
    for (const id of turned(counts, round)) {
      await openWhole(window, id);
      for (const [n, span] of passages(bench, id)
        .slice(0, addsEach + 1)
        .entries()) {
        const ms = await addInApp(window, span);
        if (round > 0 && n > 0) (times[id] ??= []).push(ms);
      }
    }
  }
  await openWhole(window, ids.first);
  await window.close();
  const [few, many, most] = counts.map((id) => figure(times[id] ?? []));
  if (!few || !many || !most) throw new Error('nothing measured');
  const row = { name: 'addScale', unit: 'ms' } as const;
  return [
    ratioRow({ ...row, what: 'add a mark at 10,000', measured: many }, 'at 1,000', few, null),
    ratioRow({ ...row, what: 'add a mark at 50,000', measured: most }, 'at 1,000', few, 2),
  ];
}

async function openAppOn(bench: Bench, id: string): Promise<Window> {
  const window = await openApp({
    library: await bench.library(),
    userData: join(bench.folder, 'user'),
    scripts: bench.scripts,
    args: unpaced,
  });
  await openWhole(window, id);
  return window;
}

/** Passages of some words in the paragraphs that stand first, where every window has them on screen. */
function passages(bench: Bench, id: string): readonly Span[] {
  const { content } = textOf(bench, id);
  const paragraphs = content.blocks.filter(
    ({ kind, start, end }) => kind === 'paragraph' && end - start > 80 && start < 900,
  );
  return paragraphs.flatMap(({ start, end }) =>
    [...content.text.slice(start, end).matchAll(/\b\w+ \w+ \w+ \w+ \w+\b/g)].map((found) => ({
      start: start + found.index,
      end: start + found.index + found[0].length,
    })),
  );
}

async function addInApp(window: Window, span: Span): Promise<number> {
  const { page } = window;
  await select(window, span);
  await page.getByTestId('selection-toolbar').waitFor();
  await quiet(window, 4);
  const condition = { kind: 'active', span } as const;
  const ms = await time(window, 'keydown', condition, () => page.keyboard.press('h'));
  await saved(window);
  await page.keyboard.press('Control+z');
  await page.waitForFunction(() => globalThis.bench.activeSpan() === null);
  await saved(window);
  await quiet(window, 4);
  return ms;
}

async function addInPeer(window: Window, span: Span): Promise<number> {
  const { page } = window;
  const before = await page.evaluate(() => globalThis.peer?.drawn() ?? 0);
  await select(window, span);
  await quiet(window, 4);
  const condition = { kind: 'drawn', count: before + 1 } as const;
  const ms = await time(window, 'keydown', condition, () => page.keyboard.press('h'));
  await quiet(window, 12);
  return ms;
}

async function select({ page }: Window, span: Span): Promise<void> {
  const done = await page.evaluate((wanted) => globalThis.bench.selectSpan(wanted), span);
  if (!done) throw new Error(`no text at ${span.start} to ${span.end}`);
}

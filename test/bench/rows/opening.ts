import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ids, textOf, turned, type Bench } from '../bench.ts';
import { openApp, loadedWhole, rowOf } from '../drive/app-window.ts';
import { openBare } from '../drive/bare-window.ts';
import { pending, quiet, time, unpaced, type Window } from '../drive/window.ts';
import { figure } from '../figures.ts';
import { firstWords } from '../made/peer-pages.ts';
import { ratioRow, type Row } from './row.ts';
import { provePainted } from './proof.ts';

const peers = { recogito: 'recogito.html', wrapping: 'wrapping.html' };
/** A peer that takes longer than this, ms, runs in the first round alone: seven would take half an hour. */
const slow = 60_000;

/** From the click on a text to its first screen, and to its marks; the peers from the start of their page. */
export async function measureOpening(bench: Bench): Promise<readonly Row[]> {
  const library = await bench.library();
  const times: Record<string, number[]> = {};
  const keep = (name: string, ms: number): void => void (times[name] ??= []).push(ms);
  const subjects = [ids.small, ids.long, ids.marked10k];
  for (let round = 0; round < bench.rounds; round++) {
    // A new start every time: nobody has the text in memory yet, as on a reader's first click.
    const window = await openApp({
      library,
      userData: join(bench.folder, 'user'),
      scripts: bench.scripts,
      args: unpaced,
    });
    for (const id of turned(subjects, round)) {
      await quiet(window);
      keep(id, await openText(bench, window, id));
      if (id === ids.marked10k && round === 0)
        await provePainted(bench, window, textOf(bench, id).marks);
      await loadedWhole(window);
      await back(bench, window);
    }
    for (const id of turned(subjects, round)) {
      await quiet(window);
      keep(`${id} again`, await openText(bench, window, id));
      await loadedWhole(window);
      await back(bench, window);
    }
    await window.close();
    for (const [name, page] of Object.entries(peers)) {
      if (round > 0 && (bench.quick || (times[name]?.[0] ?? 0) > slow)) continue;
      keep(name, await openPeer(bench, page, round === 0));
    }
  }
  const [small, long, marked] = subjects.map((id) => figure(times[id] ?? []));
  const [smallAgain, longAgain, markedAgain] = subjects.map((id) =>
    figure(times[`${id} again`] ?? []),
  );
  if (!small || !long || !marked || !smallAgain || !longAgain || !markedAgain)
    throw new Error('nothing measured');
  const open = { name: 'open4mb', unit: 'ms' } as const;
  const paint = { name: 'paint10k', unit: 'ms' } as const;
  const painted = {
    ...paint,
    what: '10,000 marks: click to text and marks on screen',
    measured: marked,
  };
  return [
    ratioRow(
      { ...open, what: '4 MB text: click to first screen', measured: long },
      'an 8 KB text',
      small,
      2,
    ),
    ratioRow(
      { ...open, what: 'the same, opened before', measured: longAgain },
      'an 8 KB text',
      smallAgain,
      null,
    ),
    ratioRow(painted, 'the text without marks', long, 1.5),
    ratioRow(
      { ...painted, what: 'the same, opened before', measured: markedAgain },
      'the text without marks',
      longAgain,
      null,
    ),
    ratioRow(painted, 'Recogito', figure(times['recogito'] ?? []), 1 / 100),
    ratioRow(painted, 'span wrapping', figure(times['wrapping'] ?? []), 1 / 20),
  ];
}

async function openText(bench: Bench, window: Window, id: string): Promise<number> {
  const { content, marks } = textOf(bench, id);
  const first = firstWords(content);
  const early = marks.map(({ span }) => span).filter(({ start }) => start < 20_000);
  const condition =
    marks.length === 0
      ? ({ kind: 'text', first } as const)
      : ({ kind: 'marks', first, marks: early } as const);
  return time(window, 'click', condition, () => rowOf(window, id).click());
}

async function back(bench: Bench, window: Window): Promise<void> {
  await openText(bench, window, ids.first);
}

async function openPeer(bench: Bench, page: string, prove: boolean): Promise<number> {
  const window = await openBare(bench.bare, join(bench.pages, 'plain-small.html'), unpaced);
  try {
    const url = pathToFileURL(join(bench.pages, page));
    await window.page.goto(url.href, { waitUntil: 'load', timeout: 600_000 });
    const ms = await pending(window.page, page, 10);
    if (prove) await provePainted(bench, window, textOf(bench, ids.marked10k).marks);
    return ms;
  } finally {
    await window.close();
  }
}

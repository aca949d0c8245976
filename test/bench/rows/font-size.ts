import { join } from 'node:path';
import { ids, type Bench } from '../bench.ts';
import { openApp } from '../drive/app-window.ts';
import { openBare } from '../drive/bare-window.ts';
import { pending, quiet, time, unpaced, type Window } from '../drive/window.ts';
import { figure } from '../figures.ts';
import { openWhole } from './open-whole.ts';
import { boundRow, ratioRow, type Row } from './row.ts';

/** Larger text in the middle of the long text: from the key to the frame, and whether the line that was read is there. */
export async function measureFontSize(bench: Bench): Promise<readonly Row[]> {
  const library = await bench.library();
  const userData = join(bench.folder, 'user-type');
  const window = await openApp({ library, userData, scripts: bench.scripts, args: unpaced });
  await openWhole(window, ids.long);
  const plain = await openBare(bench.bare, join(bench.pages, 'plain-long.html'), unpaced);
  await pending(plain.page, 'plain');
  const own: number[] = [];
  const other: number[] = [];
  let kept = 0;
  for (let round = 0; round < bench.rounds; round++) {
    const share = 0.1 + (round * 0.8) / bench.rounds;
    await scrollTo(window, share);
    const line = await window.page.evaluate(() => globalThis.bench.lineAt(80));
    own.push(await enlarge(window));
    await quiet(window, 30);
    const depth = await window.page.evaluate(
      (offset) => (offset === null ? null : globalThis.bench.depthOf(offset)),
      line,
    );
    if (depth !== null) kept += 1;
    else {
      const now = await window.page.evaluate(() => globalThis.bench.lineAt(0));
      bench.say(
        `  the line at ${line ?? 'no text'} was lost; the first is now at ${now ?? 'none'}`,
      );
    }
    await scrollTo(plain, share);
    other.push(await enlarge(plain));
  }
  await window.page.keyboard.press('Control+0');
  await openWhole(window, ids.first);
  await window.close();
  await plain.close();
  const row = { name: 'fontSize' } as const;
  const stays = figure([(kept / bench.rounds) * 100]);
  return [
    ratioRow(
      {
        ...row,
        what: 'one step larger type at 4 MB: key to painted',
        unit: 'ms',
        measured: figure(own),
      },
      'plain paragraphs',
      figure(other),
      1 / 10,
    ),
    boundRow(
      {
        ...row,
        what: 'times that the line that was read stayed on screen',
        unit: '%',
        measured: stays,
      },
      { least: 100 },
    ),
  ];
}

async function enlarge(window: Window): Promise<number> {
  const size = await window.page.evaluate(() => {
    const text = document.querySelector('.text');
    return text === null ? 0 : parseFloat(getComputedStyle(text).fontSize);
  });
  const condition = { kind: 'size', px: size + 1 } as const;
  // Held before the clock is set: it is an event too.
  await window.page.keyboard.down('Control');
  const ms = await time(window, 'keydown', condition, () => window.page.keyboard.press('='));
  await window.page.keyboard.up('Control');
  return ms;
}

async function scrollTo(window: Window, share: number): Promise<void> {
  await window.page.evaluate((part) => {
    const box = document.querySelector('[data-testid="reader"]') ?? document.documentElement;
    box.scrollTop = box.scrollHeight * part;
  }, share);
  await quiet(window, 30);
}

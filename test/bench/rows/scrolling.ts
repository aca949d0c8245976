import { join } from 'node:path';
import { ids, turned, type Bench } from '../bench.ts';
import { openApp } from '../drive/app-window.ts';
import { figure } from '../figures.ts';
import { openWhole } from './open-whole.ts';
import { boundRow, ratioRow, type Row } from './row.ts';

/** At reading speed through stretches of the whole text, with the screen's own pace. */
export async function measureScrolling(bench: Bench): Promise<readonly Row[]> {
  const library = await bench.library();
  const userData = join(bench.folder, 'user');
  const window = await openApp({ library, userData, scripts: bench.scripts });
  const worst: Record<string, number[]> = {};
  const long: Record<string, number[]> = {};
  const stretches = bench.quick ? 4 : 10;
  const subjects = [ids.long, ids.marked10k];
  for (let round = 0; round < bench.rounds; round++) {
    for (const id of turned(subjects, round)) {
      await openWhole(window, id);
      const scrolled = await window.page.evaluate(
        ([count, frames]) => globalThis.bench.scrollStretches(count, frames, 60),
        [stretches, 60] as const,
      );
      const sorted = scrolled.frames.toSorted((a, b) => a - b);
      (worst[id] ??= []).push(sorted[Math.floor(sorted.length * 0.95)] ?? 0);
      (long[id] ??= []).push(Math.max(0, ...scrolled.long));
    }
  }
  await openWhole(window, ids.first);
  await window.close();
  const of = (from: Record<string, number[]>, id: string) => figure(from[id] ?? []);
  const row = { name: 'scroll', unit: 'ms' } as const;
  const what = 'scroll at 60 px a frame, 10,000 marks: p95 of the frames';
  const tasks = of(long, ids.marked10k);
  return [
    ratioRow(
      { ...row, what, measured: of(worst, ids.marked10k) },
      'without marks',
      of(worst, ids.long),
      1.5,
    ),
    {
      ...boundRow(
        { ...row, what: 'longest task over 50 ms meanwhile (0: none)', measured: tasks },
        { most: 50 },
      ),
      holds: tasks.max <= 50,
    },
    boundRow({ ...row, what: 'the same without marks', measured: of(long, ids.long) }, null),
  ];
}

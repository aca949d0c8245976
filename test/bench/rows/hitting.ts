import { join } from 'node:path';
import type { Annotation } from '../../../core/model/annotation.ts';
import { ids, textOf, type Bench } from '../bench.ts';
import { openApp } from '../drive/app-window.ts';
import { quiet, type Window } from '../drive/window.ts';
import { figure } from '../figures.ts';
import { seeded } from '../made/random.ts';
import type { Place } from '../pages/pointing.ts';
import { openWhole } from './open-whole.ts';
import { boundRow, type Row } from './row.ts';

interface Tally {
  asked: number;
  right: number;
  /** Which mark is active now, as far as we know. */
  active: Annotation | null;
  readonly times: number[];
}

/** Real clicks on random places: which mark becomes active, against the marks' own spans; and what an answer costs. */
export async function measureHitting(bench: Bench): Promise<readonly Row[]> {
  const { marks } = textOf(bench, ids.marked10k);
  const wanted = bench.quick ? 150 : 1000;
  const screens = bench.quick ? 3 : 10;
  const random = seeded(5);
  const library = await bench.library();
  const userData = join(bench.folder, 'user');
  const window = await openApp({ library, userData, scripts: bench.scripts });
  await openWhole(window, ids.marked10k);
  await window.page.evaluate(() => {
    globalThis.bench.clock = globalThis.bench.clockClicks();
  });
  const tally: Tally = { asked: 0, right: 0, active: null, times: [] };
  for (let screen = 0; tally.asked < wanted; screen++) {
    if (screen > screens * 4) throw new Error(`only ${tally.asked} places could be asked`);
    await window.page.evaluate((share) => {
      const reader = document.querySelector('[data-testid="reader"]');
      if (reader !== null) reader.scrollTop = reader.scrollHeight * share;
    }, random() * 0.98);
    await quiet(window, 20);
    const dice = Array.from(
      { length: wanted / screens },
      () => [random(), random(), random()] as const,
    );
    const places = await window.page.evaluate(
      (numbers) => globalThis.bench.placesOnScreen(numbers),
      dice,
    );
    for (const place of places) {
      if (tally.asked >= wanted) break;
      await ask(bench, window, place, marks, tally);
    }
  }
  await window.close();
  const row = { name: 'hit' } as const;
  const times = figure(tally.times);
  const right = figure([(tally.right / tally.asked) * 100]);
  return [
    boundRow(
      {
        ...row,
        what: `answer to a click that changes nothing (the text's listeners, ${times.rounds} clicks)`,
        unit: 'ms',
        measured: times,
      },
      { most: 0.5 },
    ),
    boundRow(
      {
        ...row,
        what: `clicks on ${tally.asked} random places that found the right mark`,
        unit: '%',
        measured: right,
      },
      { least: 100 },
    ),
  ];
}

async function ask(
  bench: Bench,
  window: Window,
  place: Place,
  marks: readonly Annotation[],
  tally: Tally,
): Promise<void> {
  if (!(await isFree(window, place))) {
    await window.page.keyboard.press('Escape');
    await quiet(window, 2);
    tally.active = await activeMark(window, marks);
    if (!(await isFree(window, place))) return;
  }
  const { offset } = place;
  const under =
    offset === null ? [] : marks.filter(({ span }) => span.start <= offset && offset < span.end);
  under.sort((a, b) => length(a) - length(b));
  const before = under.findIndex((mark) => mark === tally.active);
  const expected = under[(before + 1) % Math.max(under.length, 1)] ?? null;
  const unchanged = expected === tally.active;
  await window.page.mouse.click(place.x, place.y);
  await quiet(window, 1);
  const found = await activeMark(window, marks);
  tally.asked += 1;
  // Marks of one length have no order among them.
  const right =
    found === expected ||
    (found !== null &&
      expected !== null &&
      under.includes(found) &&
      length(found) === length(expected));
  if (right) tally.right += 1;
  else
    bench.say(`  at ${offset ?? 'no text'}: ${described(found)} instead of ${described(expected)}`);
  tally.active = found;
  if (unchanged) tally.times.push(await lastTime(window));
  else if (under.length === 1 && (await isFree(window, place))) {
    // The only mark here is active already: the answer is found and nothing follows from it.
    await window.page.mouse.click(place.x, place.y);
    tally.times.push(await lastTime(window));
  }
}

async function isFree({ page }: Window, place: Place): Promise<boolean> {
  return page.evaluate((wanted) => globalThis.bench.isFree(wanted), place);
}

async function lastTime({ page }: Window): Promise<number> {
  return page.evaluate(() => globalThis.bench.clock?.times.at(-1) ?? NaN);
}

async function activeMark(
  { page }: Window,
  marks: readonly Annotation[],
): Promise<Annotation | null> {
  const span = await page.evaluate(() => globalThis.bench.activeSpan());
  if (span === null) return null;
  return marks.find((mark) => mark.span.start === span.start && mark.span.end === span.end) ?? null;
}

function length({ span }: Annotation): number {
  return span.end - span.start;
}

function described(mark: Annotation | null): string {
  return mark === null ? 'none' : `${mark.span.start}–${mark.span.end}`;
}

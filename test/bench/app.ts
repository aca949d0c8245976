import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { electron } from '../support/app.ts';
import { machineNow, type AppFigures } from './app-section.ts';
import { ids, type Bench } from './bench.ts';
import { writeBareProgram } from './drive/bare-window.ts';
import { closeAll } from './drive/window.ts';
import { makeReadingLibrary } from './made/reading-library.ts';
import { writePeerPages } from './made/peer-pages.ts';
import { measureAdding, measureAddScale } from './rows/adding.ts';
import { measureFastScrolling } from './rows/fast-scrolling.ts';
import { measureFiltering } from './rows/filtering.ts';
import { measureFontSize } from './rows/font-size.ts';
import { measureHitting } from './rows/hitting.ts';
import { measureManyTexts, measureMemory } from './rows/memory.ts';
import { measureScrolling } from './rows/scrolling.ts';
import { measureStarting } from './rows/starting.ts';
import { measureRetagging, measureTagBox } from './rows/tag-box.ts';
import { measureOpening } from './rows/opening.ts';
import type { Row } from './rows/row.ts';

export interface AppOptions {
  readonly quick: boolean;
  readonly scripts: string;
  readonly only: readonly string[];
  readonly text: string | null;
}

type Group = (bench: Bench) => Promise<readonly Row[]>;

/** Which rows come from which measurement. */
const groups: readonly { readonly rows: readonly string[]; readonly measure: Group }[] = [
  { rows: ['open4mb', 'paint10k'], measure: measureOpening },
  { rows: ['memory'], measure: measureMemory },
  { rows: ['add'], measure: measureAdding },
  { rows: ['addScale'], measure: measureAddScale },
  { rows: ['hit'], measure: measureHitting },
  { rows: ['scroll'], measure: measureScrolling },
  { rows: ['fastScroll'], measure: measureFastScrolling },
  { rows: ['fontSize'], measure: measureFontSize },
  { rows: ['coldStart', 'memoryAll'], measure: measureStarting },
  { rows: ['filter', 'rename'], measure: measureFiltering },
  { rows: ['tagBox'], measure: measureTagBox },
  { rows: ['retag'], measure: measureRetagging },
  { rows: ['boundedMemory'], measure: measureManyTexts },
];

export const rowNames = groups.flatMap(({ rows }) => rows);

/** Measures the built program beside its floors and peers. */
export async function measureApp(options: AppOptions): Promise<AppFigures> {
  const unknown = options.only.filter((name) => !rowNames.includes(name));
  if (unknown.length > 0)
    throw new Error(`no such row: ${unknown.join(', ')}; there are ${rowNames.join(', ')}`);
  const folder = await mkdtemp(join(tmpdir(), 'commonplace-bench-'));
  try {
    const bench = await prepare(folder, options);
    const rows: Row[] = [];
    const failures: string[] = [];
    for (const group of groups) {
      const wanted =
        options.only.length === 0 || group.rows.some((name) => options.only.includes(name));
      if (!wanted) continue;
      bench.say(`${group.rows.join(', ')} …`);
      const since = Date.now();
      try {
        const found = await group.measure(bench);
        for (const row of found) bench.say(`  ${lineOf(row)}`);
        rows.push(...found);
      } catch (error) {
        // The others are worth having all the same.
        const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
        failures.push(`${group.rows.join(', ')}: ${why}`);
        bench.say(`  could not be measured: ${why}`);
      } finally {
        await closeAll();
      }
      bench.say(`  ${((Date.now() - since) / 1000).toFixed(0)} s`);
    }
    return {
      command: commandOf(options),
      machine: machineNow(await electronVersion()),
      rounds: bench.rounds,
      rows,
      failures,
    };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function lineOf({ name, what, measured, unit, ratio, must, holds }: Row): string {
  const by = ratio === null ? '' : `, ${ratio.toFixed(3)}`;
  const verdict = holds === null ? '' : holds ? 'holds' : 'FAILS';
  return `${name}: ${what}: ${measured.median.toFixed(2)} ${unit}${by} (${must}) ${verdict}`;
}

function commandOf({ quick, only, text }: AppOptions): string {
  const parts = [
    ...(quick ? ['--quick'] : []),
    ...(only.length > 0 ? [`--only ${only.join(',')}`] : []),
    ...(text === null ? [] : [`--text ${basename(text)}`]),
  ];
  return ['npm run bench -- app', ...parts].join(' ');
}

async function electronVersion(): Promise<string> {
  const { executable } = await electron();
  return (await readFile(join(dirname(executable), 'version'), 'utf8')).trim().replace(/^v/, '');
}

async function prepare(folder: string, { quick, scripts, text }: AppOptions): Promise<Bench> {
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const made = join(folder, 'library');
  const scale = quick ? 4 : 1;
  const texts = await makeReadingLibrary(
    made,
    {
      long: 4_150_000 / scale,
      small: 8_000,
      marks: { marked1k: 1000 / scale, marked10k: 10_000 / scale, marked50k: 50_000 / scale },
    },
    text,
  );
  const known = new Map(texts.map((item) => [item.id, item]));
  const [long, small, marked] = [
    known.get(ids.long),
    known.get(ids.small),
    known.get(ids.marked10k),
  ];
  if (long === undefined || small === undefined || marked === undefined)
    throw new Error('no texts');
  const pages = join(folder, 'pages');
  await writePeerPages(pages, scripts, { long, small, marked });
  let copies = 0;
  return {
    quick,
    rounds: quick ? 3 : 7,
    folder,
    scripts,
    pages,
    bare: await writeBareProgram(join(folder, 'bare')),
    texts: known,
    library: async () => {
      const copy = join(folder, `library-${++copies}`);
      await cp(made, copy, { recursive: true });
      return copy;
    },
    say,
  };
}

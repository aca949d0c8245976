import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { corpusSeeds } from './corpus-seeds.ts';
import { mutant } from './mutant.ts';
import { runPortion, type Broken } from './run-portion.ts';
import { madeSeeds, type FuzzKind } from './seeds.ts';

export interface FuzzRun {
  readonly kind: FuzzKind;
  readonly count: number;
  readonly seed: number;
  /** No new portion is begun after so long. */
  readonly milliseconds: number;
  readonly corpus: string;
  /** Where files that are read wrongly are put; the regression tests read them all. */
  readonly save: string;
  /** The same for files that were made of others than ours. */
  readonly theirs: string;
  readonly child: string;
  readonly say: (line: string) => void;
}

export interface KindReport {
  readonly kind: FuzzKind;
  readonly files: number;
  readonly opened: number;
  readonly refused: ReadonlyMap<string, number>;
  readonly wrong: number;
  readonly slowest: number;
  readonly peak: number;
  /** The most that a process held when it was done. */
  readonly resident: number;
  readonly milliseconds: number;
}

const perChild = 1000;

export async function fuzzKind(run: FuzzRun): Promise<KindReport> {
  const { kind, count, seed, corpus } = run;
  const since = performance.now();
  const refused = new Map<string, number>();
  const sum = { opened: 0, wrong: 0, slowest: 0, peak: 0, resident: 0 };
  let from = 0;
  while (from < count && performance.now() - since < run.milliseconds) {
    const to = Math.min(count, from + perChild);
    const part = await runPortion(run.child, { kind, corpus, seed, from, to });
    for (const broken of part.broken) await record(run, broken);
    for (const [code, found] of part.refused) refused.set(code, (refused.get(code) ?? 0) + found);
    sum.opened += part.opened;
    sum.wrong += part.broken.length;
    sum.slowest = Math.max(sum.slowest, part.slowest);
    sum.peak = Math.max(sum.peak, part.peak);
    sum.resident = Math.max(sum.resident, part.resident);
    from = part.next;
  }
  return { kind, files: from, refused, ...sum, milliseconds: performance.now() - since };
}

/** Says what went wrong, and keeps the file unless it was made of one that is not ours. */
async function record(run: FuzzRun, { number, why }: Broken): Promise<void> {
  const { kind, seed, corpus, save, say } = run;
  const { bytes, from } = mutant(
    kind,
    [...madeSeeds(kind), ...corpusSeeds(corpus, kind)],
    seed,
    number,
  );
  const file = `${kind}-${seed}-${number}-${from.made ? '' : 'theirs-'}${from.name}`;
  say(`${file}: ${why}`);
  if (save === '') return;
  const folder = from.made ? save : run.theirs;
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, file), bytes);
}

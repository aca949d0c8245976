import { mkdtemp, open, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { addMark } from '../../core/edit/marks.ts';
import type { Library } from '../../main/store/library-types.ts';
import { encodeLine } from '../../main/store/journal-lines.ts';
import {
  countingStamp,
  mark,
  open as openLibrary,
  value,
  wordSpans,
} from '../main/store/workshop.ts';
import { buildLibrary } from './build-library.ts';
import { countingFiles } from './counting-files.ts';
import { figure, medianOf, type Figure } from './figures.ts';

// What it costs to add a mark and to open a library, by size.

export interface StoreFigures {
  readonly addSmall: Figure;
  readonly addLarge: Figure;
  /** The same bytes appended and flushed, without a library. */
  readonly floor: Figure;
  readonly flushesPerAdd: number;
  /** Milliseconds from nothing to the first document with its marks; wall and processor time. */
  readonly openLarge: Figure;
  readonly openLargeCpu: Figure;
  readonly openEmpty: Figure;
  readonly machine: string;
}

const small = { documents: 1000, annotations: 1000 };
const large = { documents: 1000, annotations: 100_000 };

export async function measureStore(quick: boolean): Promise<StoreFigures> {
  const rounds = quick ? 7 : 11;
  const adds = quick ? 60 : 100;
  const base = await mkdtemp(join(tmpdir(), 'commonplace-bench-'));
  try {
    const place = (name: string): string => join(base, name);
    await buildLibrary(place('small'), small);
    await buildLibrary(place('large'), large);
    await buildLibrary(place('empty'), { documents: 1, annotations: 0 });
    const opening = await measureOpening(place, rounds);
    const adding = await measureAdding(place, rounds, adds);
    const processor = cpus()[0]?.model ?? 'unknown processor';
    const machine = `${cpus().length} cores (${processor}), Node ${process.versions.node}, ${process.platform}`;
    return { ...opening, ...adding, machine };
  } finally {
    await rm(base, { recursive: true, force: true });
  }
}

async function measureOpening(place: (name: string) => string, rounds: number) {
  const wall: Record<string, number[]> = { large: [], empty: [] };
  const cpu: number[] = [];
  // One more at first: the code is compiled then.
  for (let round = 0; round <= rounds; round++) {
    for (const name of ['empty', 'large']) {
      const used = process.cpuUsage();
      const since = performance.now();
      const library = await openLibrary(place(name));
      const first = library.documents()[0]?.id ?? '';
      value(await library.sections(first));
      value(await library.section(first, 0));
      value(await library.annotations(first));
      const took = performance.now() - since;
      const { user, system } = process.cpuUsage(used);
      await library.close();
      if (round === 0) continue;
      wall[name]?.push(took);
      if (name === 'large') cpu.push((user + system) / 1000);
    }
  }
  return {
    openLarge: figure(wall['large'] ?? []),
    openLargeCpu: figure(cpu),
    openEmpty: figure(wall['empty'] ?? []),
  };
}

async function measureAdding(place: (name: string) => string, rounds: number, adds: number) {
  const stamp = countingStamp(0xbbbb);
  const counted = countingFiles();
  // Checkpoints follow later: what is measured is the time until the reader may believe it.
  const options = { files: counted.files, checkpointDelay: 600_000 };
  const libraries = [
    await openLibrary(place('small'), options),
    await openLibrary(place('large'), options),
  ];
  const floorFile = await open(place('floor'), 'w');
  let end = 0;
  const timeFloor = async (bytes: Uint8Array): Promise<number> => {
    const since = performance.now();
    await floorFile.write(bytes, 0, bytes.length, end);
    await floorFile.datasync();
    end += bytes.length;
    return performance.now() - since;
  };
  const makers = await Promise.all(libraries.map((library) => makerFor(library, stamp)));
  const times: [number[], number[], number[]] = [[], [], []];
  let flushes = 0;
  let made = 0;
  for (let round = 0; round <= rounds; round++) {
    const each: [number[], number[], number[]] = [[], [], []];
    for (let n = 0; n < adds; n++) {
      // The order turns, so that no one always comes after the same other.
      for (const which of turned(n)) {
        const patch = (makers[which] ?? makers[0])?.(made++);
        if (patch === undefined) throw new Error('no library to add to');
        if (which === 2) {
          each[2].push(await timeFloor(encodeLine({ seq: 1_000_000 + made, type: 'do', patch })));
          continue;
        }
        const library = libraries[which];
        if (library === undefined) throw new Error('no library');
        const before = counted.flushes();
        const since = performance.now();
        value(await library.apply(patch));
        each[which].push(performance.now() - since);
        flushes = Math.max(flushes, counted.flushes() - before);
      }
    }
    if (round > 0) for (const which of [0, 1, 2] as const) times[which].push(medianOf(each[which]));
  }
  await floorFile.close();
  for (const library of libraries) await library.close();
  const [addSmall, addLarge, floor] = [figure(times[0]), figure(times[1]), figure(times[2])];
  return { addSmall, addLarge, floor, flushesPerAdd: flushes };
}

function turned(n: number): readonly (0 | 1 | 2)[] {
  if (n % 3 === 0) return [0, 1, 2];
  return n % 3 === 1 ? [1, 2, 0] : [2, 0, 1];
}

/** Makes the next patch for the first document, and reads what an open document has read. */
async function makerFor(library: Library, stamp: ReturnType<typeof countingStamp>) {
  const id = library.documents()[0]?.id ?? '';
  const { text } = value(await library.content(id));
  value(await library.annotations(id));
  const spans = wordSpans(text);
  return (count: number) => {
    const span = spans[(count * 7) % spans.length] ?? { start: 0, end: 4 };
    return addMark(mark(id, text, span.start, span.end, stamp), stamp);
  };
}

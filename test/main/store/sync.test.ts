import { execFile } from 'node:child_process';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual, promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openLibrary } from '../../../main/store/library.ts';
import { SyncProgram } from '../../sync/sync-program.ts';
import { WriterProcess } from '../../sync/writer-process.ts';
import { open, openOptions, sampleDocument, value, withFolder } from './workshop.ts';

// The short form of `npm run test:sync`, which sets these to 5 and 500.
const minutes = Number(process.env['COMMONPLACE_SYNC_MINUTES'] ?? 0.04);
const perSide = Number(process.env['COMMONPLACE_SYNC_MARKS'] ?? 50);
const pause = (minutes * 60_000) / perSide;
const timeout = minutes * 60_000 * 1.5 + 90_000;

const root = join(import.meta.dirname, '..', '..', '..');
const out = join(root, '.cache', `sync-test-${process.pid}`);
const child = join(out, 'writer.mjs');

beforeAll(async () => {
  const script = join(root, 'scripts', 'bundle.mjs');
  await promisify(execFile)(process.execPath, [script, out, 'test/sync/writer.ts']);
}, 60_000);
afterAll(() => rm(out, { recursive: true, force: true }));

type Pair = readonly [WriterProcess, WriterProcess];

it.concurrent.each([
  ['marks only', false],
  ['all edits', true],
] as const)(
  'two processes with a sync program between them end equal: %s',
  { timeout },
  (kind, mixed) =>
    withFolder(async (base) => {
      const folders = [join(base, 'one'), join(base, 'two')] as const;
      const first = await open(folders[0], { installation: 'one' });
      value(await first.add(sampleDocument('Ants', 300)));
      await first.close();
      await cp(folders[0], folders[1], { recursive: true });
      const sync = new SyncProgram(...folders);
      await sync.pass(false);

      const since = Date.now();
      const { kept, gone, made, ids } = await withWriters(folders, async (writers) => {
        const third = await openLibrary(openOptions(folders[0]));
        expect(third).toMatchObject({ ok: false, error: { code: 'library-busy' } });
        expect(third.ok ? '' : third.error.message).toContain(String(writers[0].pid));

        const state = { working: true };
        const syncing = (async () => {
          while (state.working) {
            await sync.pass(true);
            await sleep(Math.random() * 200);
          }
        })();
        const order = { kind: 'work', marks: perSide, pause, mixed } as const;
        try {
          await Promise.all(writers.map((writer) => writer.order(order)));
        } finally {
          state.working = false;
          await syncing;
        }
        await comeToRest(sync, writers);
        return { ...told(writers), ids: await equalIds(writers) };
      });
      const seconds = Math.round((Date.now() - since) / 1000);
      console.log(
        `sync, ${kind}: ${made} marks made, ${gone.length} removed, ` +
          `${kept.length} to be there; ${ids[0].length} and ${ids[1].length} are; ` +
          `${sync.counts.copied} files copied, ${sync.counts.conflicts} conflict copies, ${seconds} s`,
      );
      expect(made).toBe(2 * perSide);
      expect(ids).toEqual([kept, kept]);
      expect(await withWriters(folders, equalIds)).toEqual(ids);
    }),
);

/** A process for each folder; both have closed their library at the end. */
async function withWriters<T>(
  folders: readonly [string, string],
  work: (writers: Pair) => Promise<T>,
): Promise<T> {
  const writers: Pair = [
    new WriterProcess(child, folders[0], 'one', 0),
    new WriterProcess(child, folders[1], 'two', 2500),
  ];
  try {
    for (const writer of writers) await writer.order({ kind: 'look' });
    const result = await work(writers);
    for (const writer of writers) await writer.close();
    return result;
  } finally {
    for (const writer of writers) writer.kill();
  }
}

/**
 * Passes of the sync program until nothing moves any more and both have the same: a file that has to be merged first is
 * written up to a second later, so that still folders alone say nothing. Whether they have the right marks is not asked here.
 */
async function comeToRest(sync: SyncProgram, writers: Pair): Promise<void> {
  for (let still = 0, passes = 0; still < 4 || !(await areEqual(writers)); passes++) {
    // The last word on what differs is that of `equalIds`.
    if (passes > 200) return;
    still = (await sync.pass(false)) === 0 ? still + 1 : 0;
    for (const writer of writers) await writer.order({ kind: 'look' });
    await sleep(150);
  }
}

async function areEqual(writers: Pair): Promise<boolean> {
  const [here, there] = [
    await writers[0].order({ kind: 'report' }),
    await writers[1].order({ kind: 'report' }),
  ];
  return isDeepStrictEqual(here, there);
}

/** What the two were told is saved, and what they took away again. */
function told(writers: Pair) {
  const all = (of: (writer: WriterProcess) => Iterable<string>): string[] =>
    writers.flatMap((writer) => [...of(writer)]).sort();
  const [kept, gone] = [all((writer) => writer.kept), all((writer) => writer.gone)];
  return { kept, gone, made: kept.length + gone.length };
}

/** The marks that each has; all else that a reader sees must be equal too. */
async function equalIds(writers: Pair): Promise<readonly [string[], string[]]> {
  const [here, there] = [
    await writers[0].order({ kind: 'report' }),
    await writers[1].order({ kind: 'report' }),
  ];
  if (here === null || there === null) throw new Error('no report');
  expect(there).toEqual(here);
  return [here.marks.map(({ id }) => id), there.marks.map(({ id }) => id)];
}

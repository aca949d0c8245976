import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { killOften } from '../../crash/kills.ts';
import { countFaults, judge, noKills } from '../../crash/tally.ts';
import type { Seen } from '../../crash/target.ts';

// The short form of `npm run test:crash`.

const root = join(import.meta.dirname, '..', '..', '..');
const out = join(root, '.cache', `crash-test-${process.pid}`);
const child = join(out, 'child.mjs');

beforeAll(async () => {
  const script = join(root, 'scripts', 'bundle.mjs');
  await promisify(execFile)(process.execPath, [script, out, 'test/crash/child.ts']);
}, 60_000);
afterAll(() => rm(out, { recursive: true, force: true }));

it('keeps every acknowledged mark through 15 kills', { timeout: 120_000 }, async () => {
  const tally = await killOften({ mode: 'store', kills: 15, seed: Date.now(), child });
  expect(tally).toMatchObject({ lost: 0, doubled: 0, wrong: 0, undoBroken: 0, trouble: 0 });
  expect(tally.marks).toBeGreaterThan(15);
  expect(tally.examples).toEqual([]);
});

it('finds losses where lowdb is used as it comes', { timeout: 120_000 }, async () => {
  // Two writers that do not know of each other lose marks nearly at once; one alone damages its undo now and then.
  let faults = 0;
  for (let round = 0; faults === 0 && round < 3; round++) {
    faults = countFaults(await killOften({ mode: 'plain', kills: 10, seed: round, child }));
  }
  expect(faults).toBeGreaterThan(0);
});

it('counts what is lost, doubled, wrong and not undone', () => {
  const fate = (id: string, state: string | null) => ({ id, state, undo: false });
  const said = {
    acknowledged: [fate('a', 'new'), fate('b', null), fate('c', 'new')],
    inFlight: [fate('d', 'new')],
    busy: false,
  };
  const before = new Map([['b', 'old']]);
  const seen: Seen = {
    marks: new Map([
      ['a', 'new'],
      ['c', 'new'],
      ['d', 'new'],
    ]),
    doubled: 0,
    trouble: [],
    undoes: ['d'],
    undoWorks: true,
  };
  const faults = (change: Partial<Seen>) => judge(noKills, before, [said], { ...seen, ...change });
  expect(faults({})).toMatchObject({ kills: 1, edits: 3, marks: 2 });
  expect(countFaults(faults({}))).toBe(0);
  expect(faults({ marks: new Map([['a', 'new']]), undoes: ['c'] })).toMatchObject({ lost: 1 });
  expect(faults({ marks: new Map([...seen.marks, ['b', 'old']]) })).toMatchObject({ wrong: 1 });
  expect(faults({ marks: new Map([...seen.marks, ['a', 'x']]) })).toMatchObject({ wrong: 1 });
  expect(faults({ undoes: ['a'] })).toMatchObject({ undoBroken: 1 });
  expect(faults({ doubled: 2, trouble: ['x'] })).toMatchObject({ doubled: 2, trouble: 1 });
});

import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { listPoints, sweepFaults } from './fault-sweep.ts';
import { killOften } from './kills.ts';
import { countFaults, type Tally } from './tally.ts';

// npm run test:crash: see scripts/crash.mjs.

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    plain: { type: 'boolean', default: false },
    faults: { type: 'boolean', default: false },
  },
});

process.exitCode = (await (values.faults ? injectFaults() : kill())) ? 0 : 1;

async function kill(): Promise<boolean> {
  const tally = await killOften({
    mode: values.plain ? 'plain' : 'store',
    kills: Number(values.kills),
    seed: Number(values.seed),
    child: join(import.meta.dirname, 'child.mjs'),
    onKill: (sofar) => {
      if (sofar.kills % 50 === 0) process.stderr.write(`${line(sofar)}\n`);
    },
  });
  process.stdout.write(`${table(tally)}\n`);
  // lowdb as it comes is expected to fail: a harness that finds nothing there proves nothing.
  return (countFaults(tally) === 0) !== values.plain;
}

async function injectFaults(): Promise<boolean> {
  const { points, runs, faults } = await sweepFaults(true);
  const kinds = listPoints(points);
  const closing = `${points.length} points of ${kinds.length} kinds, ${runs} faults, ${faults.length} found`;
  process.stdout.write(`${[...kinds, ...faults, closing].join('\n')}\n`);
  return faults.length === 0;
}

function line({ kills, edits, lost, wrong, trouble }: Tally): string {
  return `${kills} kills, ${edits} edits, ${lost} lost, ${wrong} wrong, ${trouble} need a person`;
}

function table(found: Tally): string {
  const { examples, ...figures } = found;
  const rows = Object.entries(figures).map(
    ([name, n]) => `${name.padEnd(12)}${String(n).padStart(10)}`,
  );
  return [...rows, ...examples.map((example) => `  ${example}`)].join('\n');
}

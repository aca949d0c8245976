import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { killOften } from './kills.ts';
import { countFaults, type Tally } from './tally.ts';

// npm run test:crash: see scripts/crash.mjs.

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    plain: { type: 'boolean', default: false },
  },
});

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
process.exitCode = (countFaults(tally) === 0) === values.plain ? 1 : 0;

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

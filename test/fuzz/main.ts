import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fuzzKind, type KindReport } from './fuzz-kind.ts';
import { fuzzKinds, type FuzzKind } from './seeds.ts';

// npm run fuzz: see scripts/fuzz.mjs.

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    minutes: { type: 'string', default: '' },
    jobs: { type: 'string', default: String(availableParallelism()) },
    corpus: { type: 'string', default: '' },
    save: { type: 'string', default: '' },
    theirs: { type: 'string', default: '' },
  },
});
const only = values.only.split(',').filter(Boolean);
const unknown = only.find((name) => !fuzzKinds.some((kind) => kind === name));
if (unknown !== undefined)
  throw new Error(`no kind "${unknown}": there are ${fuzzKinds.join(', ')}`);

const waiting: FuzzKind[] = fuzzKinds.filter((kind) => only.length === 0 || only.includes(kind));
const minutes = values.minutes === '' ? Infinity : Number(values.minutes) / waiting.length;
const reports: KindReport[] = [];

async function work(): Promise<void> {
  for (let kind = waiting.shift(); kind !== undefined; kind = waiting.shift()) {
    const report = await fuzzKind({
      kind,
      count: Number(values.count),
      seed: Number(values.seed),
      milliseconds: minutes * 60_000 * Number(values.jobs),
      corpus: values.corpus,
      save: values.save,
      theirs: values.theirs,
      child: path.join(import.meta.dirname, 'child.mjs'),
      say: (line) => process.stderr.write(`${line}\n`),
    });
    reports.push(report);
    process.stdout.write(`${row(report)}\n`);
  }
}

const columns = [
  'files',
  'opened',
  'refused',
  'slowest',
  'peak MB',
  'kept MB',
  'a minute',
  'wrong',
];
process.stdout.write(`${'kind'.padEnd(12)}${columns.map((name) => name.padStart(10)).join('')}\n`);
await Promise.all(Array.from({ length: Number(values.jobs) }, work));
const files = reports.reduce((sum, report) => sum + report.files, 0);
const wrong = reports.reduce((sum, report) => sum + report.wrong, 0);
for (const { kind, refused } of reports) {
  const codes = [...refused].map(([code, count]) => `${code} ${count}`).join(', ');
  if (codes !== '') process.stdout.write(`${kind}: ${codes}\n`);
}
process.stdout.write(
  `${files} files of ${reports.length} kinds, seed ${values.seed}: ${wrong} wrong\n`,
);
process.exitCode = wrong === 0 ? 0 : 1;

function row(report: KindReport): string {
  const mega = (bytes: number): string => (bytes / (1024 * 1024)).toFixed(0);
  const refusals = [...report.refused.values()].reduce((sum, count) => sum + count, 0);
  const figures = [
    ...[report.files, report.opened, refusals, `${(report.slowest / 1000).toFixed(2)} s`],
    ...[mega(report.peak), mega(report.resident)],
    ...[Math.round(report.files / (report.milliseconds / 60_000)), report.wrong],
  ];
  return report.kind.padEnd(12) + figures.map((figure) => String(figure).padStart(10)).join('');
}

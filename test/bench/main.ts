import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureApp } from './app.ts';
import { appSection } from './app-section.ts';
import { measureImport } from './import.ts';
import { importSection, shownSection } from './import-section.ts';
import { measureImporting } from './rows/importing.ts';
import { save } from './save.ts';
import { measureStore } from './store.ts';
import { storeSection } from './store-section.ts';

// npm run bench: see scripts/bench.mjs, which says where the documents go and has built the program and the pages.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    docs: { type: 'string', default: 'docs' },
    scripts: { type: 'string', default: '' },
    only: { type: 'string', default: '' },
    text: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
});
const known = ['store', 'import', 'app'];
const asked = positionals.length === 0 ? known : positionals;
const unknown = asked.find((name) => !known.includes(name));
if (unknown !== undefined)
  throw new Error(`no measurement "${unknown}": there are ${known.join(' and ')}`);
const only = values.only.split(',').filter(Boolean);
// Some rows of many, or of another text, are a record only where that is asked for: it says so then.
const whole = !values.quick && only.length === 0 && values.text === undefined;
const parts = [
  ...(values.quick ? ['--quick'] : []),
  ...(only.length > 0 ? [`--only ${only.join(',')}`] : []),
  ...(values.text === undefined ? [] : [`--text ${basename(values.text)}`]),
];
const kept = whole || values.keep;

if (asked.includes('store')) {
  const figures = await measureStore(values.quick);
  const section = storeSection(figures);
  process.stdout.write(`${section}\n`);
  if (kept) await save(values.docs, 'store', figures, section);
}
if (asked.includes('import')) {
  const { quick, text } = values;
  const child = join(import.meta.dirname, 'import-child.mjs');
  const figures = await measureImport({ quick, child, only, text: text ?? null });
  // Those of another text are no record of the program.
  const inApp = only.length === 0 || only.includes('app');
  const { rows, failures } = inApp ? await measureImporting(quick) : { rows: [], failures: [] };
  const title = whole ? 'Import' : `Import: ${parts.join(' ')}`;
  const command = ['npm run bench -- import', ...parts].join(' ');
  const tables = [
    importSection(title, command, { ...figures, failures: [...figures.failures, ...failures] }),
    ...(rows.length > 0 ? [shownSection(rows)] : []),
  ];
  const section = tables.join('\n\n');
  process.stdout.write(`${section}\n`);
  if (figures.failures.length + failures.length > 0) process.exitCode = 1;
  if (kept) await save(values.docs, title.toLowerCase(), { ...figures, app: rows }, section);
}
if (asked.includes('app')) {
  const { quick, scripts, text } = values;
  const figures = await measureApp({ quick, scripts, only, text: text ?? null });
  const title = whole ? 'App' : `App: ${figures.command.replace(/^.*-- app */, '')}`;
  const section = appSection(title, figures);
  process.stdout.write(`${section}\n`);
  if (figures.failures.length > 0) process.exitCode = 1;
  if (figures.rows.length > 0 && kept)
    await save(values.docs, title.toLowerCase(), figures, section);
}

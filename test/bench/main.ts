import { parseArgs } from 'node:util';
import { measureApp } from './app.ts';
import { appSection } from './app-section.ts';
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
  },
});
const known = ['store', 'app'];
const asked = positionals.length === 0 ? known : positionals;
const unknown = asked.find((name) => !known.includes(name));
if (unknown !== undefined)
  throw new Error(`no measurement "${unknown}": there are ${known.join(' and ')}`);
const only = values.only.split(',').filter(Boolean);
// Some rows of many, or of another text, are no record.
const kept = !values.quick && only.length === 0 && values.text === undefined;

if (asked.includes('store')) {
  const figures = await measureStore(values.quick);
  const section = storeSection(figures);
  process.stdout.write(`${section}\n`);
  if (kept) await save(values.docs, 'store', figures, section);
}
if (asked.includes('app')) {
  const { quick, scripts, text } = values;
  const figures = await measureApp({ quick, scripts, only, text: text ?? null });
  const section = appSection(figures);
  process.stdout.write(`${section}\n`);
  if (figures.failures.length > 0) process.exitCode = 1;
  else if (kept) await save(values.docs, 'app', figures, section);
}

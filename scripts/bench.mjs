// npm run bench -- store [--quick]: measures, prints a table, and writes it into docs/benchmarks.md and .json (--quick:
// fewer rounds, nothing written).
import fs from 'node:fs';
import path from 'node:path';
import { bundle } from './bundle.mjs';
import { main, root, run } from './process.mjs';

await main(import.meta.url, async (args) => {
  const out = path.join(root, '.cache', `bench-${process.pid}`);
  const docs = path.join(root, 'docs');
  try {
    await bundle(out, ['test/bench/main.ts']);
    const script = path.join(out, 'main.mjs');
    const { code } = await run(process.execPath, [script, ...args, '--docs', docs]);
    if (code !== 0 || args.includes('--quick')) return code;
    const prettier = path.join(root, 'node_modules', 'prettier', 'bin', 'prettier.cjs');
    const files = ['md', 'json'].map((type) => path.join(docs, `benchmarks.${type}`));
    return (await run(process.execPath, [prettier, '--write', ...files])).code;
  } finally {
    fs.rmSync(out, { recursive: true, force: true });
  }
});

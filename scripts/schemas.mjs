// node scripts/schemas.mjs: writes docs/schemas/*.json anew from the models, for docs/library-format.md. Run it after a
// change of a model; a test compares.
import fs from 'node:fs';
import path from 'node:path';
import { bundle } from './bundle.mjs';
import { main, root, run } from './process.mjs';

await main(import.meta.url, async () => {
  const out = path.join(root, '.cache', `schemas-${process.pid}`);
  try {
    await bundle(out, ['test/format/main.ts']);
    const docs = path.join(root, 'docs', 'schemas');
    const { code } = await run(process.execPath, [path.join(out, 'main.mjs'), docs]);
    if (code !== 0) return code;
    const prettier = path.join(root, 'node_modules', 'prettier', 'bin', 'prettier.cjs');
    return (await run(process.execPath, [prettier, '--log-level', 'warn', '--write', docs])).code;
  } finally {
    fs.rmSync(out, { recursive: true, force: true });
  }
});

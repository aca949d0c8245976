// npm run fuzz [-- --count N] [-- --seed S] [-- --only KIND,KIND] [-- --minutes M] [-- --jobs J]: mutated files of every
// format (10,000 each unless told) are read in processes of their own under the limits of importing. Each must become a
// document that is whole, or be refused in words that name it. What fails is kept in test/fixtures/fuzz, where the tests
// read it from then on. The same numbers make the same files, as long as the seeds are the same.
// Files of a folder `shared/corpus` beside the project are mutated too; what fails of those goes to .cache/fuzz-theirs.
import fs from 'node:fs';
import path from 'node:path';
import { bundle } from './bundle.mjs';
import { main, root, run } from './process.mjs';

await main(import.meta.url, async (args) => {
  const out = path.join(root, '.cache', `fuzz-${process.pid}`);
  const save = path.join(root, 'test/fixtures/fuzz');
  const corpus = path.resolve(root, '../shared/corpus');
  try {
    await bundle(out, ['test/fuzz/main.ts', 'test/fuzz/child.ts']);
    const script = path.join(out, 'main.mjs');
    const theirs = path.join(root, '.cache/fuzz-theirs');
    const places = ['--save', save, '--theirs', theirs, '--corpus', corpus];
    return (await run(process.execPath, [script, ...places, ...args])).code;
  } finally {
    fs.rmSync(out, { recursive: true, force: true });
  }
});

// npm run test:crash [-- --kills N] [-- --seed S] [-- --plain]: a child process edits marks and is killed with SIGKILL at
// random moments (1,000 times unless told); after each kill, all that was acknowledged must be there exactly once.
// --plain tries lowdb's own adapter instead, and expects to find losses.
// --faults fails every file operation of a session in turn, in five ways, and lists them.
import fs from 'node:fs';
import path from 'node:path';
import { bundle } from './bundle.mjs';
import { main, root, run } from './process.mjs';

await main(import.meta.url, async (args) => {
  // A folder of its own: two runs at once must not take each other's child away.
  const out = path.join(root, '.cache', `crash-${process.pid}`);
  try {
    await bundle(out, ['test/crash/main.ts', 'test/crash/child.ts']);
    const { code } = await run(process.execPath, [path.join(out, 'main.mjs'), ...args]);
    return code;
  } finally {
    fs.rmSync(out, { recursive: true, force: true });
  }
});

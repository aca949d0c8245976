// npm run test:sync [-- MINUTES MARKS]: two processes make so many marks each (500) in so many minutes (5), while a
// sync program carries files between their folders; both must end with the same marks.
import path from 'node:path';
import { main, root, run } from './process.mjs';

await main(import.meta.url, async ([minutes = '5', marks = '500']) => {
  const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const args = [vitest, 'run', '--project', 'main', 'test/main/store/sync.test.ts'];
  const env = { COMMONPLACE_SYNC_MINUTES: minutes, COMMONPLACE_SYNC_MARKS: marks };
  const { code } = await run(process.execPath, args, { env });
  return code;
});

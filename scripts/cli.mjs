// npm run -s cli -- ARGS: the command line, built first where it is stale. stdout belongs to it alone.
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { main, root, run } from './process.mjs';
import { setUpPackages } from './setup.mjs';

await main(import.meta.url, async (args) => {
  await setUpPackages();
  await ensureBuilt();
  const { code } = await run(
    process.execPath,
    [path.join(root, 'out', 'main', 'cli.js'), ...args],
    {
      cwd: process.env.INIT_CWD ?? process.cwd(),
    },
  );
  return code;
});

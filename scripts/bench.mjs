// npm run bench [-- store|import|app] [--quick] [--only ROW,ROW] [--text FILE]: measures, prints tables, and writes them into
// docs/benchmarks.md and .json (with --quick, --only or --text only if there is --keep too). `app` and `import` drive the
// built program; they need a display, `import --only FORMAT` does not.
import fs from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { bundle, bundlePage } from './bundle.mjs';
import { main, root, run } from './process.mjs';

const pages = ['probe', 'plain', 'raw', 'wrapping', 'recogito'];
const face = 'node_modules/@fontsource-variable/literata/files/literata-latin-wght-normal.woff2';

await main(import.meta.url, async (args) => {
  const out = path.join(root, '.cache', `bench-${process.pid}`);
  const scripts = path.join(out, 'scripts');
  const docs = path.join(root, 'docs');
  const named = ['store', 'import', 'app'].filter((name) => args.includes(name));
  const app = named.length === 0 || named.includes('app');
  try {
    const entries = ['test/bench/main.ts', 'test/bench/import-child.ts'];
    await bundle(out, entries, { external: ['playwright-core'] });
    if (app || named.includes('import')) await ensureBuilt();
    if (app) {
      fs.mkdirSync(scripts, { recursive: true });
      for (const name of pages) await bundlePage(scripts, `test/bench/pages/${name}.ts`);
      fs.copyFileSync(path.join(root, face), path.join(scripts, 'literata.woff2'));
    }
    const script = path.join(out, 'main.mjs');
    const { code } = await run(process.execPath, [
      script,
      ...args,
      ...['--docs', docs, '--scripts', scripts],
    ]);
    const written =
      args.includes('--keep') ||
      !['--quick', '--only', '--text'].some((part) => args.some((arg) => arg.startsWith(part)));
    if (code !== 0 || !written) return code;
    const prettier = path.join(root, 'node_modules', 'prettier', 'bin', 'prettier.cjs');
    const files = ['md', 'json'].map((type) => path.join(docs, `benchmarks.${type}`));
    return (await run(process.execPath, [prettier, '--write', ...files])).code;
  } finally {
    fs.rmSync(out, { recursive: true, force: true });
  }
});

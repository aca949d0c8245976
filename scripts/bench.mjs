// npm run bench [-- store|app] [--quick] [--only ROW,ROW] [--text FILE]: measures, prints tables, and writes them into
// docs/benchmarks.md and .json (with --quick, --only or --text only if there is --keep too). `app` drives the built program; it needs a display.
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
  const app = args.includes('app') || !args.includes('store');
  try {
    await bundle(out, ['test/bench/main.ts'], { external: ['playwright-core'] });
    if (app) {
      await ensureBuilt();
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

// node scripts/bundle.mjs OUT ENTRY…: TypeScript entries as plain files for Node, with all that they need in them, so
// that a child process starts as quickly as the command line does.
import path from 'node:path';
import { main, root } from './process.mjs';

/** Bundles files below the root, such as test/crash/child.ts; answers with the folder that holds child.mjs. */
export async function bundle(outDir, entries, { external = [] } = {}) {
  // Loaded here, so that a script can say what is wrong before packages are there.
  const { build } = await import('vite');
  const input = Object.fromEntries(
    entries.map((entry) => [path.basename(entry, '.ts'), path.resolve(root, entry)]),
  );
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20',
      outDir,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: { input, external, output: { entryFileNames: '[name].mjs' } },
    },
  });
  return outDir;
}

/** Bundles one file for a page: NAME.js, which runs by itself. */
export async function bundlePage(outDir, entry) {
  const { build } = await import('vite');
  const name = path.basename(entry, '.ts');
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      target: 'chrome130',
      outDir,
      emptyOutDir: false,
      lib: {
        entry: path.resolve(root, entry),
        formats: ['iife'],
        name: `page_${name}`,
        fileName: () => `${name}.js`,
        cssFileName: name,
      },
    },
  });
}

await main(import.meta.url, async ([outDir, ...entries]) => {
  await bundle(path.resolve(outDir), entries);
});

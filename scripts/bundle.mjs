// node scripts/bundle.mjs OUT ENTRY…: TypeScript entries as plain files for Node, with all that they need in them, so
// that a child process starts as quickly as the command line does.
import path from 'node:path';
import { main, root } from './process.mjs';

/** Bundles files below the root, such as test/crash/child.ts; answers with the folder that holds child.mjs. */
export async function bundle(outDir, entries) {
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
      rolldownOptions: { input, output: { entryFileNames: '[name].mjs' } },
    },
  });
  return outDir;
}

await main(import.meta.url, async ([outDir, ...entries]) => {
  await bundle(path.resolve(outDir), entries);
});

// Builds the page that sources are read in (main/importers/page) into out/importer: a bundle of its own for Chromium, apart
// from the window's, so that neither can load what the other is made of.
import path from 'node:path';
import { root } from './process.mjs';

/** For the build of main: the page is made of the same importers. */
export function importPage() {
  return { name: 'import-page', closeBundle: () => buildImportPage() };
}

export async function buildImportPage(outDir = path.join(root, 'out/importer')) {
  const { build } = await import('vite');
  await build({
    root: path.join(root, 'main/importers/page'),
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    resolve: {
      // Not "browser": some packages use the DOM there, which the page's policy forbids.
      conditions: ['module', 'production'],
      mainFields: ['module', 'main'],
    },
    build: {
      target: 'chrome130',
      outDir,
      emptyOutDir: true,
      minify: true,
      modulePreload: false,
    },
  });
}

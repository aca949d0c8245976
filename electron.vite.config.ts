import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

// An ES module that imports from Electron has each of its parts made before the first line runs; CommonJS takes what it
// uses, and the stores are there before the window. The package as a whole is made of ES modules, so the folder says so.
const commonJs: Plugin = {
  name: 'commonjs-folder',
  generateBundle() {
    const source = JSON.stringify({ type: 'commonjs' });
    this.emitFile({ type: 'asset', fileName: 'package.json', source });
  },
};

// Targets name the older of the two runtimes (see README): the same code runs on Electron 33 and 45.
// Everything is bundled, so the packaged app carries no node_modules.
export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      outDir: 'out/main',
      externalizeDeps: false,
      rollupOptions: {
        input: {
          index: 'main/index.ts',
          cli: 'main/cli.ts',
          'import-worker': 'main/importers/import-worker.ts',
          'search-worker': 'main/search/search-worker.ts',
        },
        output: { format: 'cjs', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
      },
    },
    plugins: [commonJs],
  },
  preload: {
    build: {
      target: 'node20.18',
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: 'main/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      target: 'chrome130',
      outDir: 'out/renderer',
      minify: true,
      rollupOptions: { input: { index: 'renderer/index.html' } },
    },
  },
});

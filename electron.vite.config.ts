import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { importPage } from './scripts/import-page.mjs';
import { pdfFiles } from './scripts/pdf-files.mjs';

// Targets name the older of the two runtimes (see README): the same code runs on Electron 33 and 45.
// Everything is bundled, so the packaged app carries no node_modules.
export default defineConfig({
  main: {
    plugins: [importPage()],
    build: {
      target: 'node20.18',
      outDir: 'out/main',
      externalizeDeps: false,
      rollupOptions: {
        input: {
          index: 'main/index.ts',
          cli: 'main/cli.ts',
          'import-child': 'main/importers/import-child.ts',
          'search-worker': 'main/search/search-worker.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: 'main/preload.ts', 'import-preload': 'main/shell/import-preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), pdfFiles()],
    worker: { format: 'es' },
    build: {
      target: 'chrome130',
      outDir: 'out/renderer',
      minify: true,
      rollupOptions: { input: { index: 'renderer/index.html' } },
    },
  },
});

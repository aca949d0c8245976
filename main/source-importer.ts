import { importSource } from './importers/import-source.ts';
import { readSourceFile } from './importers/read-file.ts';
import type { Importer } from './services.ts';
import type { Rebuild } from './store/contents.ts';

/** `worker` is the built import-worker.js, which stands beside the program's entry. */
export function createImporter(worker: URL): Importer {
  const running = new Set<AbortController>();
  return {
    readFile: (path) => readSourceFile(path),
    importSource: async (bytes, name, { variant }) => {
      const controller = new AbortController();
      running.add(controller);
      try {
        return await importSource(bytes, name, { variant, worker, signal: controller.signal });
      } finally {
        running.delete(controller);
      }
    },
    cancel: () => {
      for (const controller of running) controller.abort();
    },
  };
}

/** The same for the library, which makes a lost document.json anew from its source. */
export function rebuilder({ importSource: make }: Pick<Importer, 'importSource'>): Rebuild {
  return (bytes, name, variant) => make(bytes, name, { variant });
}

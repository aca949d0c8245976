import type { ImportHost } from './importers/import-host.ts';
import { readSourceFile } from './importers/read-file.ts';
import type { Importer } from './services.ts';
import type { Rebuild } from './store/contents.ts';

export function createImporter(host: ImportHost): Importer {
  const running = new Set<AbortController>();
  return {
    readFile: (path) => {
      // It gets ready while the disk answers.
      void host.warm();
      return readSourceFile(path);
    },
    importSource: async (bytes, name, { variant, signal }) => {
      const controller = new AbortController();
      const given = signal === undefined ? [] : [signal];
      running.add(controller);
      try {
        return await host.read(bytes, name, {
          variant,
          signal: AbortSignal.any([controller.signal, ...given]),
        });
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

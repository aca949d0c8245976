import { importSource } from './importers/import-source.ts';
import { readSourceFile } from './importers/read-file.ts';
import type { Importer } from './services.ts';
import type { Rebuild } from './store/contents.ts';

/** `worker` is the built import-worker.js, which stands beside the program's entry. */
export function createImporter(worker: URL): Importer {
  return {
    readFile: (path) => readSourceFile(path),
    importSource: (bytes, name, { variant }) => importSource(bytes, name, { variant, worker }),
  };
}

/** The same for the library, which makes a lost document.json anew from its source. */
export function rebuilder({ importSource: make }: Importer): Rebuild {
  return (bytes, name, variant) => make(bytes, name, { variant });
}

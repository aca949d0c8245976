import { importSource } from './importers/import-source.ts';
import { readSourceFile } from './importers/read-file.ts';
import type { Importer } from './services.ts';

/** `worker` is the built import-worker.js, which stands beside the program's entry. */
export function createImporter(worker: URL): Importer {
  return {
    readFile: (path) => readSourceFile(path),
    importSource: (bytes, name, { variant }) => importSource(bytes, name, { variant, worker }),
  };
}

import { exportCodebook, previewCodebook } from '../actions/codebook-files.ts';
import { exportPassages } from '../actions/export-passages.ts';
import type { Handlers } from '../dispatch.ts';
import type { Services } from '../services.ts';
import { ok } from '../store/outcome.ts';

type Name = Extract<keyof Handlers, `passages.${string}` | `codebook.${string}`>;

/** Tags and their passages in all texts. */
export function codebookHandlers(services: Services): Pick<Handlers, Name> {
  const { library } = services;
  return {
    'passages.find': async (request) => ok(await library.passages.find(request)),
    'passages.count': async ({ queries }) => ok(await library.passages.count(queries)),
    'passages.ids': async ({ query, from, count }) =>
      ok(await library.passages.ids(query, from, count)),
    'passages.get': async ({ marks }) => ok(await library.passages.get(marks)),
    'passages.change': ({ marks, change }) => library.codebook.change(marks, change),
    'passages.export': ({ query, format }) => exportPassages(services, query, format),
    'codebook.export': ({ format }) => exportCodebook(services, format),
    'codebook.preview': () => previewCodebook(services),
    'codebook.merge': ({ from, into }) => library.codebook.merge(from, into),
    'codebook.split': (request) => library.codebook.split(request),
  };
}

import { setTimeout } from 'node:timers/promises';
import type { ImportRun, Notice } from '../../core/contract.ts';
import { shellMessages as messages } from '../../core/messages/en/shell.ts';
import type { ImportRuns } from '../imports/import-runs.ts';
import type { Services, Startup, StartFiles } from '../services.ts';
import { openWelcome, type Welcome } from '../welcome.ts';

type Context = Pick<Services, 'library' | 'importer' | 'stamp' | 'recent'>;

/** The window waits so long for the files of the start; what takes longer comes to a window that is there already, ms. */
const usualPatience = 500;

/** A library that never had a text gets the welcome document; then the files that the program was started with come in. */
export async function prepareStart(
  context: Context,
  runs: Pick<ImportRuns, 'paths'>,
  files: readonly string[],
  welcome: Welcome,
  patience = usualPatience,
): Promise<Startup> {
  // The window asks for the whole library when this is done, so it need not hear of each step.
  const services = { ...context, emit: () => undefined };
  const { library, stamp } = services;
  const notices: Notice[] = [];
  let welcomed: Startup['open'] = null;
  if (library.writable && library.documents().length === 0) {
    const made = await openWelcome(services, welcome);
    if (made.ok) welcomed = made.value.id;
    else notices.push({ id: stamp.id(), tone: 'warning', message: made.error.message });
  }
  if (files.length === 0) return { open: welcomed, notices, late: null };
  const coming = runs.paths(files).then((run) => arrived(run, stamp));
  const ended = new AbortController();
  const first = await Promise.race([coming, setTimeout(patience, null, ended)]);
  ended.abort();
  if (first === null) return { open: welcomed, notices, late: coming };
  return { open: first.open ?? welcomed, notices: [...notices, ...first.notices], late: null };
}

/** The last file that came in is shown; of each that did not the reader is told. */
function arrived({ results }: ImportRun, stamp: Context['stamp']): StartFiles {
  const documents = results.flatMap(({ result }) =>
    result.kind === 'failed' ? [] : [result.entry],
  );
  const notices = results.flatMap(({ name, result }): Notice[] => {
    if (result.kind !== 'failed') return [];
    const message = messages.importFailed(name, result.message);
    return [{ id: stamp.id(), tone: result.code === 'cancelled' ? 'info' : 'error', message }];
  });
  return { documents, open: documents.at(-1)?.id ?? null, notices };
}

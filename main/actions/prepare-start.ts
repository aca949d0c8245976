import type { Notice } from '../../core/contract.ts';
import { shellMessages as messages } from '../../core/messages/en/shell.ts';
import type { DocumentId } from '../../core/model/document.ts';
import type { Services, Startup } from '../services.ts';
import { openWelcome, type Welcome } from '../welcome.ts';
import { ImportRuns } from '../imports/import-runs.ts';

type Context = Pick<Services, 'library' | 'importer' | 'stamp' | 'recent'>;

/** A library that never had a text gets the welcome document; then the files that the program was started with come in. */
export async function prepareStart(
  context: Context,
  files: readonly string[],
  welcome: Welcome,
): Promise<Startup> {
  // The window asks for the whole library when this is done, so it need not hear of each step.
  const services = { ...context, emit: () => undefined };
  const { library, stamp } = services;
  const notices: Notice[] = [];
  let open: DocumentId | null = null;
  if (library.writable && library.documents().length === 0) {
    const welcomed = await openWelcome(services, welcome);
    if (welcomed.ok) open = welcomed.value.id;
    else notices.push({ id: stamp.id(), tone: 'warning', message: welcomed.error.message });
  }
  const { results } = await new ImportRuns(services).paths(files);
  for (const { name, result } of results) {
    if (result.kind !== 'failed') open = result.entry.id;
    else {
      const message = messages.importFailed(name, result.message);
      notices.push({ id: stamp.id(), tone: 'error', message });
    }
  }
  return { open, notices };
}

import type { Result, Started } from '../../core/contract.ts';
import type { DocumentId } from '../../core/model/document.ts';
import type { Services } from '../services.ts';
import type { Library } from '../store/library-types.ts';
import { ok } from '../store/outcome.ts';
import { openDocument } from './open-document.ts';

/** Everything the window needs to draw its first frame. */
export async function start(services: Services): Promise<Result<Started>> {
  const { library, settings, version, platform } = services;
  const startup = await services.startup;
  // What came late is there when the window asks again, as after a reload.
  const files =
    startup.late === null ? startup : await Promise.race([startup.late, Promise.resolve(null)]);
  const late = files === null;
  const open = files?.open ?? startup.open ?? lastRead(library);
  const notices =
    startup.late === null ? startup.notices : [...startup.notices, ...(files?.notices ?? [])];
  const opened = open === null || late ? null : await openDocument(library, open);
  return ok({
    version,
    platform,
    libraryPath: library.folder,
    settings: settings.read(),
    documents: library.documents(),
    places: library.places(),
    tags: library.tags(),
    items: library.items(),
    history: library.history(),
    notices: [...library.notices(), ...settings.notices(), ...notices],
    open,
    late,
    opened: opened?.ok === true ? opened.value : null,
  });
}

/** The text that was read last and is not in the bin. */
export function lastRead(library: Library): DocumentId | null {
  const places = library.places();
  const read = library
    .documents()
    .filter((entry) => entry.removed === null && places[entry.id] !== undefined)
    .sort((a, b) => (places[b.id]?.opened ?? '').localeCompare(places[a.id]?.opened ?? ''));
  return read[0]?.id ?? null;
}

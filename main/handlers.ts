import type { ImportRun } from '../core/contract.ts';
import { changeDocument } from './actions/change-document.ts';
import { emptyBin } from './actions/empty-bin.ts';
import { exportToFile } from './actions/export-to-file.ts';
import { findInDocument } from './actions/find-in-document.ts';
import { importVariant } from './actions/import-into-library.ts';
import { linkedMarks } from './actions/linked-marks.ts';
import {
  marksFrom,
  openDocument,
  pagesFrom,
  sectionsFrom,
  sourceMarks,
  takeMarks,
} from './actions/open-document.ts';
import { openLink } from './actions/open-link.ts';
import { ruleHandlers } from './handlers/rules.ts';
import { quotePassage } from './actions/quote-passage.ts';
import { saveSettings } from './actions/save-settings.ts';
import { start } from './actions/start.ts';
import { codebookHandlers } from './handlers/codebook.ts';
import { ImportRuns } from './imports/import-runs.ts';
import type { Services } from './services.ts';
import type { Handlers } from './dispatch.ts';
import { ok } from './store/outcome.ts';

/** What each call does, by name; the input has passed the contract. Longer work stands in actions/. */
export function createHandlers(services: Services, imports = new ImportRuns(services)): Handlers {
  const { library, settings, dialogs, clipboard } = services;
  return {
    ...codebookHandlers(services),
    'app.start': () => start(services),
    'document.open': ({ id }) => openDocument(library, id),
    'document.sections': ({ id, from, count }) => sectionsFrom(library, id, from, count),
    'document.pages': ({ id, from, count }) => pagesFrom(library, id, from, count),
    'document.source': async ({ id }) => {
      const source = await library.source(id);
      return source.ok ? ok({ bytes: source.value }) : source;
    },
    'document.sourceMarks': ({ id }) => sourceMarks(library, id),
    'document.takeSourceMarks': ({ id }) => takeMarks(services, id),
    'document.marks': ({ id, from, count }) => marksFrom(library, id, from, count),
    'document.find': ({ id, query }) => findInDocument(services, id, query),
    'document.remove': ({ id }) =>
      changeDocument(services, id, 'document.remove', { removed: services.stamp.now() }),
    'document.rename': ({ id, title }) =>
      changeDocument(services, id, 'document.rename', { title }),
    'reading.save': async ({ id, ...place }) => {
      await library.savePlace(id, { ...place, opened: services.stamp.now() });
      return ok({});
    },
    'edit.apply': ({ patch }) => library.apply(patch),
    'history.undo': () => library.undo(),
    'history.redo': () => library.redo(),
    'history.list': () => Promise.resolve(ok(library.historyItems())),
    'history.goTo': ({ id }) => library.goTo(id),
    'bin.list': () => library.bin.list(),
    'bin.restore': ({ documents, marks }) => library.bin.restore(documents, marks),
    'bin.empty': () => emptyBin(services),
    'backup.list': () => library.backups.list(),
    'backup.make': () => library.backups.make('hand'),
    'backup.preview': ({ file }) => library.backups.preview({ file }),
    'backup.restore': ({ file }) => library.backups.restore({ file }),
    'tag.remove': ({ id }) => library.removeTag(id),
    'marks.find': async (request) => ok(await library.findMarks(request)),
    'marks.quote': (passage) => quotePassage(library, passage),
    'marks.linked': ({ document }) => linkedMarks(library, document),
    'marks.counts': async () => ok(await library.counts()),
    ...ruleHandlers(services),
    'settings.save': (input) => saveSettings(settings, input.settings),
    'import.pick': async ({ what }) => {
      const folder = what === 'folder' ? await dialogs.pickFolder() : null;
      const paths = what === 'files' ? await dialogs.pickFiles() : folder === null ? [] : [folder];
      return ok(paths.length === 0 ? nothingChosen : await imports.paths(paths));
    },
    'import.bytes': async (source) => ok(await imports.bytes(source)),
    'import.prepare': async ({ files }) => {
      await imports.prepare(files);
      return ok({});
    },
    'import.late': async () => {
      const { late } = await services.startup;
      imports.tellAgain();
      return ok(late === null ? { documents: [], open: null, notices: [] } : await late);
    },
    'import.source': () => Promise.resolve(ok({ bytes: imports.paged })),
    'import.cancel': () => {
      imports.cancel();
      return Promise.resolve(ok({}));
    },
    'import.variant': ({ id, variant }) => importVariant(services, id, variant),
    'export.save': ({ id, format }) => exportToFile(services, id, format),
    'window.confirmClose': async ({ waiting, why }) =>
      ok({ close: await dialogs.confirmClose(waiting, why) }),
    'clipboard.write': async ({ text }) => {
      await clipboard.writeText(text);
      return ok({});
    },
    'link.open': ({ href }) => openLink(services.opener, href),
  };
}

const nothingChosen: ImportRun = { results: [], skipped: 0, more: false, cancelled: true };

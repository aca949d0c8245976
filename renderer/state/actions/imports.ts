import type { Failure, Imported, ImportProgress, ImportRun } from '../../../core/contract.ts';
import { importRunMessages as messages } from '../../../core/messages/en/import-runs.ts';
import { stateMessages } from '../../../core/messages/en/state.ts';
import type { DocumentEntry, DocumentId } from '../../../core/model/document.ts';
import { call } from '../../bridge.ts';
import type { Dropped, DroppedFile, DropState } from '../dropped-files.ts';
import type { AppStore } from '../store.ts';
import type { DocumentActions } from './documents.ts';
import type { FirstLookActions } from './first-look.ts';
import type { ViewActions } from './view.ts';

/** So many are opened and told in a line; of more, or where some failed, there is a report. */
const few = 5;

export function createImportActions(
  store: AppStore,
  view: ViewActions,
  documents: DocumentActions,
  firstLook: FirstLookActions,
) {
  /** Of what is dropped: the files before the one that main is at, and whether to go on. */
  let drop: DropState | null = null;
  /** What is dropped while other files come in waits for them. */
  let line: Promise<void> = Promise.resolve();
  const show = (importing: ImportProgress | null): void => store.setState({ importing });

  const addEntries = (arrived: readonly DocumentEntry[]): void => {
    const ids = new Set(arrived.map(({ id }) => id));
    store.setState(({ documents: known }) => ({
      documents: [...known.filter(({ id }) => !ids.has(id)), ...arrived],
    }));
  };

  /** Tells what came of a run. A few texts are opened, the last of them; many leave the one on screen as it is. */
  const finish = async (run: ImportRun): Promise<void> => {
    show(null);
    const { results } = run;
    const arrived = results.flatMap(({ result }) =>
      result.kind === 'failed' ? [] : [result.entry],
    );
    addEntries(arrived);
    const failed = results.length - arrived.length;
    const [only] = results;
    if (results.length === 0) {
      if (!run.cancelled) view.toast(messages.nothing(run.skipped));
    } else if (results.length === 1 && only?.result.kind === 'failed') {
      const tone = only.result.code === 'cancelled' ? 'info' : 'error';
      view.toast(stateMessages.importFailed(only.name, only.result.message), { tone });
    } else if (failed > 0 || results.length > few || run.more || run.cancelled) {
      store.setState({ importReport: run });
      view.announce(messages.inAll(run));
    } else if (results.length > 1 || run.skipped > 0) {
      view.toast(messages.inAll(run));
    }
    const last = arrived.at(-1);
    const opens = arrived.length <= few || store.getState().document === null;
    const comes = last !== undefined && opens;
    // What is on screen already stays until the document itself is there.
    if (!comes || store.getState().firstLook?.shown !== true) void firstLook.leaveFirstLook();
    if (comes) await documents.openDocument(last.id);
  };

  const takeIn = async (dropped: Dropped): Promise<void> => {
    const results: Imported[] = [];
    let { skipped } = dropped;
    let { more } = dropped;
    const now = { done: 0, total: dropped.files.length, stopped: false };
    drop = now;
    if (now.total > 0) await call('import.prepare', { files: now.total });
    for (const file of dropped.files) {
      if (now.stopped) break;
      show({ done: now.done, total: now.total, name: file.name });
      const run = await importFile(file);
      if (run.cancelled) now.stopped = true;
      results.push(...run.results);
      skipped += run.skipped;
      more ||= run.more;
      now.done += Math.max(run.results.length, 1);
      now.total += Math.max(run.results.length - 1, 0);
    }
    drop = null;
    await finish({ results, skipped, more, cancelled: now.stopped });
  };

  return {
    /** What main tells while it takes in files; an archive among dropped files counts by what it holds. */
    importProgressed: ({ done, total, name, pages = false }: ImportProgress): void => {
      const before = drop ?? { done: 0, total: 1 };
      if (pages && before.total === 1) firstLook.beginFirstLook(name);
      if (drop !== null && total <= 1) return;
      show({ done: before.done + done, total: before.total - 1 + total, name });
    },
    importFinished: finish,
    /** Files of the start that take long come to a window that is there already. */
    takeLate: async (): Promise<void> => {
      const { about } = store.getState();
      if (about?.late !== true) return;
      const reply = await call('import.late', {});
      show(null);
      if (!reply.ok) view.fail(reply.error);
      const came = reply.ok ? reply.value : { documents: [], open: null, notices: [] };
      addEntries(came.documents);
      store.setState(({ notices }) => ({ notices: [...notices, ...came.notices] }));
      if (came.open === null || store.getState().firstLook?.shown !== true) {
        void firstLook.leaveFirstLook();
      }
      const { document, opening } = store.getState();
      const next = came.open ?? (document === null && opening === null ? about.open : null);
      if (next !== null) await documents.openDocument(next);
    },
    pickFiles: async (what: 'files' | 'folder' = 'files'): Promise<void> => {
      const reply = await call('import.pick', { what });
      if (reply.ok) await finish(reply.value);
      else {
        show(null);
        view.fail(reply.error);
      }
    },
    importFiles: (dropped: Dropped): Promise<void> => (line = line.then(() => takeIn(dropped))),
    /** Stops after what is in the library already. */
    cancelImport: async (): Promise<void> => {
      if (drop !== null) drop.stopped = true;
      const reply = await call('import.cancel', {});
      if (!reply.ok) view.fail(reply.error);
    },
    closeImportReport: (): void => store.setState({ importReport: null }),
    /** Opens the other reading of a web page, article or whole page, as a text of its own. */
    openVariant: async (id: DocumentId, variant: 'article' | 'page'): Promise<void> => {
      const entry = store.getState().documents.find((known) => known.id === id);
      show({ done: 0, total: 1, name: entry?.title ?? '' });
      const reply = await call('import.variant', { id, variant });
      show(null);
      if (!reply.ok) view.fail(reply.error);
      else await finish({ results: [reply.value], skipped: 0, more: false, cancelled: false });
    },
  };
}

/** A dropped file's bytes, as far as the system gives them: a file that went away has none. */
async function importFile({ name, file }: DroppedFile): Promise<ImportRun> {
  const failure = (error: Failure): ImportRun => ({
    results: [{ name, result: { kind: 'failed', ...error } }],
    skipped: 0,
    more: false,
    cancelled: false,
  });
  try {
    const found = await file();
    if (found.size > mostBytes) {
      return failure({ code: 'file-too-large', message: stateMessages.fileTooLarge });
    }
    const bytes = new Uint8Array(await found.arrayBuffer());
    const reply = await call('import.bytes', { name: found.name, bytes });
    if (!reply.ok) return failure(reply.error);
    const { results } = reply.value;
    // By the folders that it was dropped with; what is in an archive is named by that.
    return results.length === 1 && results[0]?.name === found.name
      ? { ...reply.value, results: results.map((one) => ({ ...one, name })) }
      : reply.value;
  } catch {
    return failure({ code: 'unreadable-file', message: stateMessages.fileUnreadable });
  }
}

/** Main refuses more; it is not even sent. */
const mostBytes = 64 * 1024 * 1024;

import type { CallInput, Failure } from '../../../core/contract.ts';
import { call } from '../../bridge.ts';
import { pageRows, withPage, type FoundMarks } from '../found-marks.ts';
import { noFilter, type MarkFilter } from '../mark-filter.ts';
import type { AppStore } from '../store.ts';

type Question = Pick<FoundMarks, 'filter' | 'except'>;

/** For so long, ms, a filter waits for what it finds in other texts: both are then drawn in one go. */
const patience = 40;

/** Looks through the other texts of the library: main has the marks, the window asks for what is in sight. */
export function createFinding(store: AppStore, fail: (error: Failure) => void) {
  let searches = 0;
  /** The page in sight: what is asked for first when something changed. */
  let looking = 0;
  const coming = new Set<number>();

  /** A filter that was chosen and is not shown yet. */
  let chosen: MarkFilter | null = null;

  const show = (more: { readonly found?: FoundMarks | null } = {}): void => {
    const filter = chosen ?? store.getState().filter;
    chosen = null;
    store.setState({ filter, ...more });
  };
  const take = (question: Question, page: number, found: Parameters<typeof withPage>[3]): void =>
    show({ found: withPage(store.getState().found, question, page, found) });

  const refind = async (): Promise<void> => {
    const { found, document } = store.getState();
    const filter = chosen ?? store.getState().filter;
    searches += 1;
    const search = searches;
    if (filter.scope === 'document') {
      if (found !== null || chosen !== null) show({ found: null });
      return;
    }
    const question = { filter, except: document?.entry.id ?? null };
    const again = isAbout(found, question);
    const page = again ? Math.min(looking, Math.floor(found.rows / pageRows)) : 0;
    const reply = await call('marks.find', {
      ...part(question, page),
      version: again ? found.version : null,
    });
    if (search !== searches) return;
    if (reply.ok && reply.value !== null) take(question, page, reply.value);
    else if (chosen !== null) show();
    if (!reply.ok) fail(reply.error);
  };

  const choose = (filter: MarkFilter, atOnce: boolean): void => {
    chosen = filter;
    const wide = filter.scope === 'library' && store.getState().filter.scope === 'library';
    if (atOnce || !wide) show();
    else {
      setTimeout(() => {
        if (chosen === filter) show();
      }, patience);
    }
    void refind();
  };

  /** Brings the rows around one that came in sight, where they are not here in this version. */
  const showFound = async (row: number): Promise<void> => {
    const { found } = store.getState();
    if (found === null) return;
    const page = Math.floor(row / pageRows);
    looking = page;
    if (found.pages.has(page) || coming.has(page)) return;
    coming.add(page);
    const reply = await call('marks.find', { ...part(found, page), version: null });
    coming.delete(page);
    const now = store.getState().found;
    if (!isAbout(now, found)) return;
    if (!reply.ok) fail(reply.error);
    else if (reply.value === null || reply.value.version < now.version) await showFound(row);
    else take(found, page, reply.value);
  };

  /** Brings all rows of a stretch, so that all of it can be chosen. */
  const loadFound = async (from: number, to: number): Promise<void> => {
    const rows = store.getState().found?.rows ?? 0;
    const first = Math.floor(Math.max(from, 0) / pageRows);
    for (let page = first; page * pageRows <= Math.min(to, rows - 1); page++) {
      await showFound(page * pageRows);
    }
  };

  store.subscribe((state, before) => {
    if (state.document?.entry.id !== before.document?.entry.id) void refind();
  });
  return {
    setFilter: (change: Partial<MarkFilter>): void => {
      // What is typed shows in its field at once.
      choose({ ...(chosen ?? store.getState().filter), ...change }, change.text !== undefined);
    },
    /** Takes every filter off; where the pane looks stays. */
    clearFilters: (): void => {
      const { scope } = chosen ?? store.getState().filter;
      choose({ ...noFilter, scope }, true);
    },
    /** Asks again after a change; what is known to be as it was does not come again. */
    refind,
    showFound,
    loadFound,
  };
}

function isAbout(found: FoundMarks | null, { filter, except }: Question): found is FoundMarks {
  return found !== null && found.filter === filter && found.except === except;
}

function part(
  { filter, except }: Question,
  page: number,
): Omit<CallInput<'marks.find'>, 'version'> {
  const { tag, colour, text, hasNote } = filter;
  return { tag, colour, text, hasNote, except, from: page * pageRows, count: pageRows };
}

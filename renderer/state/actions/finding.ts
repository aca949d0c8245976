import type { CallInput, Failure } from '../../../core/contract.ts';
import { call } from '../../bridge.ts';
import { pageRows, type FoundMarks, type FoundQuestion } from '../found-marks.ts';
import { noFilter, type MarkFilter } from '../mark-filter.ts';
import type { AppStore } from '../store.ts';
import { createPaging } from './paging.ts';

/** For so long, ms, a filter waits for what it finds in other texts: both are then drawn in one go. */
const patience = 40;

/** Looks through the other texts of the library: main has the marks, the window asks for what is in sight. */
export function createFinding(store: AppStore, fail: (error: Failure) => void) {
  /** A filter that was chosen and is not shown yet. */
  let chosen: MarkFilter | null = null;

  const show = (more: { readonly found?: FoundMarks | null } = {}): void => {
    const filter = chosen ?? store.getState().filter;
    chosen = null;
    store.setState({ filter, ...more });
  };
  const paging = createPaging({
    atOnce: pageRows,
    ask: (question: FoundQuestion, from, version) =>
      call('marks.find', { ...part(question, from), version }),
    read: () => store.getState().found,
    write: (found) => show({ found }),
    fail,
  });

  /** Asks again after a change; what is known to be as it was does not come again. */
  const refind = async (): Promise<void> => {
    const { document } = store.getState();
    const filter = chosen ?? store.getState().filter;
    const except = document?.entry.id ?? null;
    const last = await paging.refind(filter.scope === 'document' ? null : { filter, except });
    if (last && chosen !== null) show();
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
    if (found !== null) await paging.show({ filter: found.filter, except: found.except }, row);
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
    refind,
    showFound,
    loadFound,
  };
}

function part(
  { filter, except }: FoundQuestion,
  from: number,
): Omit<CallInput<'marks.find'>, 'version'> {
  const { tag, colour, text, hasNote } = filter;
  return { tag, colour, text, hasNote, except, from, count: pageRows };
}

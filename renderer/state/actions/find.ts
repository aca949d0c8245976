import { searchMessages } from '../../../core/messages/en/search.ts';
import type { FindHits, FindQuery } from '../../../core/search/find-query.ts';
import { call } from '../../bridge.ts';
import type { AppState, Find } from '../app-state.ts';
import { passageText } from '../passages.ts';
import type { AppStore } from '../store.ts';
import type { ViewActions } from './view.ts';

const noQuery: FindQuery = {
  text: '',
  matchCase: false,
  matchAccents: false,
  wholeWord: false,
  regex: false,
};

const longestSeed = 200;

/** What the bar may cover at the top of the page, with a line of a message, px. */
const covered = 96;

/** Looking for words in the open text. Main searches; the hits are painted by the reader, which listens to the state. */
export function createFindActions(store: AppStore, view: ViewActions) {
  let searches = 0;
  /** The last one, while the program runs. */
  let remembered = noQuery;
  /** From here on the first hit is the one to show: where reading stood, or the hit that was gone to. */
  let from = 0;

  const change = (part: Partial<Find>): void =>
    store.setState(({ find }) => (find === null ? {} : { find: { ...find, ...part } }));

  const search = async (): Promise<void> => {
    const { find, document } = store.getState();
    if (find === null || document === null) return;
    searches += 1;
    const current = searches;
    const { query } = find;
    remembered = query;
    if (query.text.trim() === '')
      change({ hits: null, current: -1, searching: false, problem: null });
    else change({ searching: true });
    const reply = await call('document.find', { id: document.entry.id, query });
    if (current !== searches || query.text.trim() === '') return;
    if (store.getState().document?.sections !== document.sections) return;
    if (reply.ok) show(reply.value);
    else if (reply.error.code !== 'cancelled') {
      change({ hits: null, current: -1, searching: false, problem: reply.error.message });
    }
  };

  const show = (hits: FindHits): void => {
    const count = hits.starts.length;
    const after = firstAt(hits.starts, from);
    const current = count === 0 ? -1 : after % count;
    change({ hits, current, searching: false, problem: null });
    view.announce(
      count === 0 ? searchMessages.noHits : searchMessages.announce(count, hits.capped),
    );
    goTo(hits, current);
  };

  const goTo = ({ starts, ends }: FindHits, index: number): void => {
    const start = starts[index];
    const end = ends[index];
    if (start === undefined || end === undefined) return;
    store.setState({ jump: { span: { start, end }, flash: false, covered } });
  };

  const step = (by: 1 | -1): void => {
    const { find } = store.getState();
    if (find === null) {
      open();
      return;
    }
    const { hits, current } = find;
    const count = hits?.starts.length ?? 0;
    if (hits === null || count === 0) return;
    const next = (current + by + count) % count;
    from = hits.starts[next] ?? from;
    change({ current: next });
    view.announce(searchMessages.place(next + 1, count, hits.capped));
    goTo(hits, next);
  };

  /** With what is selected as its words, or with the last ones. */
  const open = (): void => {
    const { document, find, selection, reading } = store.getState();
    if (document === null) return;
    const seed = selectedWords(store.getState());
    if (find !== null && seed === null) return;
    const last = find?.query ?? remembered;
    const query = seed === null ? last : { ...last, text: seed, regex: false };
    from = selection?.start ?? reading.offset;
    store.setState({
      find: { query, hits: null, current: -1, searching: false, problem: null },
      // Their toolbars would stand over what is sought.
      selection: null,
      active: null,
    });
    void search();
  };

  return {
    openFind: open,
    closeFind: (): void => {
      searches += 1;
      store.setState({ find: null });
    },
    setFindQuery: (part: Partial<FindQuery>): void => {
      const { find } = store.getState();
      if (find === null) return;
      from = startOfSearch(store.getState(), find, from);
      change({ query: { ...find.query, ...part } });
      void search();
    },
    stepFind: step,
  };
}

/** What is selected, where that is part of one line and not long. */
function selectedWords({ document, selection }: AppState): string | null {
  if (document === null || selection === null) return null;
  if (selection.end - selection.start > longestSeed) return null;
  const source = passageText(document, selection);
  if (source === null) return null;
  const words = source.text.slice(selection.start - source.from, selection.end - source.from);
  return words.includes('\n') ? null : words;
}

/** Where the next search begins: as the one before, but where the reader scrolled away from its hit, at the line read. */
function startOfSearch({ document, reading }: AppState, find: Find, from: number): number {
  const hit = find.hits?.starts[find.current];
  if (hit === undefined || document === null) return from;
  const end = reading.progress * document.entry.characters;
  return hit >= reading.offset && hit <= end ? from : reading.offset;
}

function firstAt(starts: Uint32Array, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

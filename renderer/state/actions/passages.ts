import type { Failure } from '../../../core/contract.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import type { TagId } from '../../../core/model/tag.ts';
import { allPassages, type PassageQuery } from '../../../core/search/passage-query.ts';
import { call } from '../../bridge.ts';
import { passagesAtOnce } from '../found-passages.ts';
import type { AppStore } from '../store.ts';
import { createPaging } from './paging.ts';

/** What lies over the page, and the passages that it shows. */
export function createSheetActions(store: AppStore, fail: (error: Failure) => void) {
  const paging = createPaging({
    atOnce: passagesAtOnce,
    ask: ({ query }: { readonly query: PassageQuery }, from, version) =>
      call('passages.find', { query, from, count: passagesAtOnce, version }),
    read: () => store.getState().passages,
    write: (passages) => store.setState({ passages }),
    fail,
  });
  const refindPassages = async (): Promise<void> => {
    const { sheet, passageQuery: query } = store.getState();
    await paging.refind(sheet === null || sheet.kind === 'codebook' ? null : { query });
  };
  const ask = (query: PassageQuery): void => {
    store.setState({ passageQuery: query });
    void refindPassages();
  };
  /** Where the sheet was opened from, to go back there. */
  const origin = (): TagId | null => {
    const { sheet } = store.getState();
    return sheet?.kind === 'codebook' ? sheet.tag : null;
  };

  // A text that opens, or a passage that is shown, is what the sheet was left for.
  store.subscribe((state, before) => {
    if (state.sheet === null || state.sheet !== before.sheet) return;
    const opened = state.document?.entry.id !== before.document?.entry.id;
    if (opened || (state.jump !== null && state.jump !== before.jump)) {
      store.setState({ sheet: null });
      void refindPassages();
    }
  });

  return {
    refindPassages,
    showPassage: async (row: number): Promise<void> => {
      const { passages } = store.getState();
      if (passages !== null) await paging.show({ query: passages.query }, row);
    },
    openCodebook: (tag: TagId | null = null): void =>
      store.setState(({ filter }) => ({
        sheet: { kind: 'codebook', tag: tag ?? filter.tag },
        panel: null,
        overlay: null,
      })),
    /** The passages of a tag, or of all tags. */
    openPassages: (query: Partial<PassageQuery>): void => {
      store.setState({
        sheet: { kind: 'passages', back: origin() },
        panel: null,
        overlay: null,
      });
      ask({ ...allPassages, ...query });
    },
    /** Goes on with the review that is under way. */
    openSplit: (tag: TagId): void => {
      store.setState({ sheet: { kind: 'split', back: origin() }, panel: null, overlay: null });
      ask({ ...allPassages, tag, inside: false, order: 'straight' });
    },
    setPassages: (change: Partial<PassageQuery>): void =>
      ask({ ...store.getState().passageQuery, ...change }),
    /** Takes every filter off but the tag and the order. */
    clearPassages: (): void => {
      const { tag, inside, order } = store.getState().passageQuery;
      ask({ ...allPassages, tag, inside, order });
    },
    closeSheet: (): void => {
      const { sheet } = store.getState();
      const back = sheet === null || sheet.kind === 'codebook' ? null : sheet.back;
      store.setState({
        sheet: back === null ? null : { kind: 'codebook', tag: back },
        overlay: null,
      });
      void refindPassages();
    },
    /** Back to the text, wherever the sheet was opened from. */
    leaveSheet: (): void => {
      store.setState({ sheet: null, overlay: null });
      void refindPassages();
    },
    /** The ids of the marks in some of the rows, for a selection that reaches further than what is here. */
    idsOfPassages: async (from: number, count: number): Promise<readonly Annotation['id'][]> => {
      const { passageQuery: query } = store.getState();
      const reply = await call('passages.ids', { query, from, count });
      if (reply.ok) return reply.value;
      fail(reply.error);
      return [];
    },
  };
}

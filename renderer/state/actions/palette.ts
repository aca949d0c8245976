import type { Found } from '../../../core/contract.ts';
import { call } from '../../bridge.ts';
import { noFilter } from '../mark-filter.ts';
import type { AppStore } from '../store.ts';

const mostRemembered = 30;

/** What the palette asks and keeps. */
export function createPaletteActions(store: AppStore) {
  return {
    rememberChoice: (key: string): void =>
      store.setState(({ recentChoices }) => ({
        recentChoices: [key, ...recentChoices.filter((other) => other !== key)].slice(
          0,
          mostRemembered,
        ),
      })),

    /** The first marks of the other texts with these words; null where they cannot be had. */
    marksElsewhere: async (words: string, count: number): Promise<Found | null> => {
      const { tag, colour, hasNote } = noFilter;
      const except = store.getState().document?.entry.id ?? null;
      const reply = await call('marks.find', {
        ...{ tag, colour, hasNote, except, text: words, from: 0, count, version: null },
      });
      return reply.ok ? reply.value : null;
    },
  };
}

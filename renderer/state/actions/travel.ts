import { readerMessages } from '../../../core/messages/en/reader.ts';
import type { Span } from '../../../core/model/span.ts';
import type { PlaceBefore, Travel } from '../app-state.ts';
import { textBetween } from '../passages.ts';
import { placeSpan } from '../place-span.ts';
import type { AppStore } from '../store.ts';
import type { ViewActions } from './view.ts';

export type TravelActions = ReturnType<typeof createTravelActions>;

const mostPlaces = 100;

/** Jumps that can be gone back from: the place before stays on a stack until another text is opened. */
export function createTravelActions(store: AppStore, view: ViewActions) {
  const here = (link: number | null): PlaceBefore => {
    const { reading, caret } = store.getState();
    return { offset: reading.offset, below: 0, link, caret: caret?.offset ?? null };
  };
  const words = (offset: number): string => {
    const { document: open } = store.getState();
    if (open === null) return '';
    const { start, end } = placeSpan(open, offset);
    return textBetween(open, start, end)?.trim() ?? '';
  };
  const travelTo = (span: Span, link: number | null = null, page?: number): void => {
    const { back } = store.getState().travel;
    store.setState({
      travel: {
        back: [...back.slice(-mostPlaces + 1), here(link)],
        forward: [],
        arrived: span.start,
      },
      jump: {
        span,
        flash: page === undefined,
        travels: 'back',
        ...(page !== undefined && { page }),
      },
    });
  };
  const go = (
    to: PlaceBefore,
    travel: Omit<Travel, 'arrived'>,
    travels: 'back' | 'forward',
    said: string,
  ): void => {
    const { offset } = to;
    store.setState({
      travel: { ...travel, arrived: offset },
      jump: { span: { start: offset, end: offset }, flash: false, travels, back: to },
    });
    view.announce(said);
  };

  return {
    travelTo,
    /** Whoever knows the lines says how far below the edge that of the place just left stands. */
    placeLeft: (stack: 'back' | 'forward', below: number): void => {
      store.setState(({ travel }) => ({
        travel: {
          ...travel,
          [stack]: travel[stack].map((place, at, { length }) =>
            at === length - 1 ? { ...place, below } : place,
          ),
        },
      }));
    },
    /** Follows a jump of the text itself from the link on the words at `link`. */
    followJump: (target: number, link: number | null): void => {
      const { document: open } = store.getState();
      if (open === null) return;
      travelTo(placeSpan(open, target), link);
      view.announce(readerMessages.jumped(words(target)));
    },
    goBack: (): void => {
      const { back, forward } = store.getState().travel;
      const to = back.at(-1);
      if (to === undefined) view.announce(readerMessages.noBack);
      else {
        const left = { back: back.slice(0, -1), forward: [...forward, here(null)] };
        go(to, left, 'forward', readerMessages.wentBack(words(to.offset)));
      }
    },
    goForward: (): void => {
      const { back, forward } = store.getState().travel;
      const to = forward.at(-1);
      if (to === undefined) view.announce(readerMessages.noForward);
      else {
        const left = { back: [...back, here(null)], forward: forward.slice(0, -1) };
        go(to, left, 'back', readerMessages.wentForward(words(to.offset)));
      }
    },
  };
}

import { activeMark } from '../state/app-state.ts';
import type { AppStore } from '../state/store.ts';
import { caretPlace, leafAt } from './caret-place.ts';
import { leafSpan } from './points.ts';
import type { Scrolling } from './scrolling.ts';
import type { Selecting } from './selecting.ts';
import type { TextView } from './text-view.ts';

/** Where the reader works: the caret or the last click, else the mark that is active on screen, else the first line. */
export function caretHome(view: TextView, store: AppStore, selecting: Selecting): number {
  const state = store.getState();
  if (state.caret !== null && leafAt(view, state.caret.offset) !== null) {
    return inText(view, state.caret.offset);
  }
  const mark = activeMark(state);
  const edges = mark === null ? null : view.edges(mark.span);
  const box = view.scroller.getBoundingClientRect();
  const onScreen = edges !== null && edges.first.top >= box.top && edges.first.bottom <= box.bottom;
  const shown = mark !== null && onScreen ? mark.span.start : state.reading.offset;
  return inText(view, selecting.caret() ?? shown);
}

/** Scrolls as little as leaves some lines beyond the caret; far away it comes to the upper third. */
export function revealCaret(
  view: TextView,
  scrolling: Scrolling,
  offset: number,
  after: boolean,
): void {
  const { scroller, near } = view;
  const far = !near.indexes.has(view.sectionAt(offset));
  const place = far ? null : caretPlace(view, offset, after);
  if (place === null) {
    scrolling.goTo(offset, upperThird(view));
    return;
  }
  const box = scroller.getBoundingClientRect();
  const room = Math.min(box.height / 4, 2.5 * (place.bottom - place.top) + 40);
  const above = place.top - (box.top + room);
  const below = place.bottom - (box.bottom - room);
  if (Math.max(-above, below) > box.height) scrolling.goTo(offset, upperThird(view));
  else if (above < 0) scroller.scrollTop += above;
  else if (below > 0) scroller.scrollTop += below;
  const wide = leafAt(view, offset)?.closest('pre, .table-box');
  if (wide == null) return;
  const { left, right } = wide.getBoundingClientRect();
  if (place.x < left + 16) wide.scrollLeft += place.x - left - 48;
  else if (place.x > right - 16) wide.scrollLeft += place.x - right + 48;
}

export function upperThird(view: TextView): number {
  return Math.round(view.scroller.clientHeight * 0.3);
}

function inText(view: TextView, offset: number): number {
  const leaf = leafAt(view, offset);
  if (leaf === null) return offset;
  const { start, end } = leafSpan(leaf);
  return Math.min(Math.max(offset, start), end);
}

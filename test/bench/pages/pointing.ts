import { offsetAt, paintedSpans, pointAt, visibleSpan } from './painted.ts';
import type { Span } from '../../../core/model/span.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
  /** The character under it by construction; null beside the text. */
  readonly offset: number | null;
}

/** Points on screen whose character is known because its rectangle was measured first; `random` are numbers 0 to 1. */
export function placesOnScreen(random: readonly (readonly [number, number, number])[]): Place[] {
  const seen = visibleSpan();
  if (seen === null) return [];
  const box = document.querySelector('[data-testid="reader"]')?.getBoundingClientRect();
  if (box === undefined) return [];
  return random.flatMap(([where, across, down]): Place[] => {
    if (where > 0.92) {
      const page = document.querySelector('.text')?.getBoundingClientRect();
      if (page === undefined) return [];
      return [
        {
          x: box.left + 4 + across * (page.left - box.left - 34),
          y: box.top + 4 + down * (box.height - 8),
          offset: null,
        },
      ];
    }
    const offset = seen.start + Math.floor((where / 0.92) * (seen.end - seen.start));
    const rect = characterBox(offset);
    if (rect === null) return [];
    const x = rect.left + rect.width * (0.1 + 0.8 * across);
    const y = rect.top + rect.height * (0.2 + 0.6 * down);
    return y < box.top + 2 || y > box.bottom - 2 ? [] : [{ x, y, offset }];
  });
}

function characterBox(offset: number): DOMRect | null {
  const point = pointAt(offset);
  if (point === null || /\s/.test(point.node.data.charAt(point.offset))) return null;
  const range = document.createRange();
  range.setStart(point.node, point.offset);
  range.setEnd(point.node, point.offset + 1);
  const rects = range.getClientRects();
  const rect = rects[0];
  return rects.length === 1 && rect !== undefined && rect.width > 1 ? rect : null;
}

/** Whether the text itself is what a press there meets, not something that floats over it. */
export function isFree({ x, y, offset }: Place): boolean {
  const hit = document.elementFromPoint(x, y);
  if (hit?.closest('[data-testid="reader"]') == null) return false;
  const leaf = hit.closest('[data-start]');
  return offset === null
    ? leaf === null && hit.closest('button, aside, [data-own-keys]') === null
    : leaf !== null;
}

/** From the first to the last character that is painted as active; null where nothing is. */
export function activeSpan(): Span | null {
  const spans = paintedSpans(/^mark-active-/);
  if (spans.length === 0) return null;
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}

export interface Handled {
  /** Milliseconds that each click took between the page and what stands around it: the text's own answer. */
  readonly times: number[];
  readonly stop: () => void;
}

/** Clocks the listeners of the page, without those of the whole window. */
export function clockClicks(): Handled {
  const page = document.querySelector('.page');
  const around = page?.parentElement;
  if (page === null || around === undefined || around === null) throw new Error('no page');
  const times: number[] = [];
  let since = 0;
  const begin = (): void => {
    since = performance.now();
  };
  const end = (): void => {
    times.push(performance.now() - since);
  };
  page.addEventListener('click', begin, true);
  around.addEventListener('click', end);
  return {
    times,
    stop: () => {
      page.removeEventListener('click', begin, true);
      around.removeEventListener('click', end);
    },
  };
}

/** The offset of the first character on a line that is wholly on screen, `below` px under the upper edge. */
export function lineAt(below: number): number | null {
  const reader = document.querySelector('[data-testid="reader"]') ?? document.body;
  const text = document.querySelector('.text')?.getBoundingClientRect();
  if (text === undefined) return null;
  const top = Math.max(reader.getBoundingClientRect().top, 0);
  for (let y = top + below; y < innerHeight; y += 6) {
    const found = document.caretPositionFromPoint(text.left + 40, y);
    if (!(found?.offsetNode instanceof Text)) continue;
    const offset = offsetAt(found.offsetNode, found.offset);
    if (offset !== null) return offset;
  }
  return null;
}

/** How far below the upper edge of the text's pane a character stands, px; null where it is not on screen. */
export function depthOf(offset: number): number | null {
  const boxes = [0, 1, 2, 3].map((more) => characterBox(offset + more));
  const rect = boxes.find((box) => box !== null) ?? null;
  const reader = document.querySelector('[data-testid="reader"]');
  const pane = reader?.getBoundingClientRect() ?? new DOMRect(0, 0, innerWidth, innerHeight);
  if (rect === null || rect.bottom <= pane.top || rect.top >= pane.bottom) return null;
  return rect.top - pane.top;
}

/** Selects a passage as a drag would leave it. */
export function selectSpan({ start, end }: Span): boolean {
  const [from, to] = [pointAt(start), pointAt(end - 1)];
  if (from === null || to === null) return false;
  document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset + 1);
  return true;
}

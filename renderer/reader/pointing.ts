import type { Annotation } from '../../core/model/annotation.ts';
import type { Actions } from '../state/actions.ts';
import type { AppStore } from '../state/store.ts';
import { leafOf, type Point } from './points.ts';
import type { TextView } from './text-view.ts';

/** A press that moves further than this is a drag, px. */
const dragDistance = 4;

/** Answers the pointer in the text: a click makes the mark under it active, again the next one below, and opens links. */
export class Pointing {
  readonly #view: TextView;
  readonly #store: AppStore;
  readonly #actions: Actions;
  #pressed: { readonly x: number; readonly y: number } | null = null;
  #frame = 0;

  constructor(view: TextView, store: AppStore, actions: Actions) {
    this.#view = view;
    this.#store = store;
    this.#actions = actions;
  }

  start(): () => void {
    const { page, scroller } = this.#view;
    const press = (event: PointerEvent): void => {
      this.#pressed = { x: event.clientX, y: event.clientY };
    };
    const click = (event: MouseEvent): void => {
      this.#click(event);
    };
    const move = (event: PointerEvent): void => {
      if (event.buttons !== 0) return;
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(() => {
        scroller.toggleAttribute('data-over-mark', this.marksAt(event).length > 0);
        const link = this.#view.paged ? pageLinkAt(event) : null;
        scroller.toggleAttribute('data-over-link', link?.dataset['target'] !== undefined);
      });
    };
    page.addEventListener('pointerdown', press);
    page.addEventListener('click', click);
    page.addEventListener('pointermove', move, { passive: true });
    return () => {
      cancelAnimationFrame(this.#frame);
      scroller.removeAttribute('data-over-mark');
      scroller.removeAttribute('data-over-link');
      page.removeEventListener('pointerdown', press);
      page.removeEventListener('click', click);
      page.removeEventListener('pointermove', move);
    };
  }

  /** The marks under a point of the window, the innermost first. */
  marksAt(at: { readonly clientX: number; readonly clientY: number }): Annotation[] {
    const offset = this.#offsetUnder(at.clientX, at.clientY);
    return offset === null ? [] : this.#marksOn(offset);
  }

  /** Makes the innermost mark at an offset active, again the next one below; false where there is none. */
  activateAt(offset: number): boolean {
    const marks = this.#marksOn(offset);
    this.#activateNext(marks);
    return marks.length > 0;
  }

  #marksOn(offset: number): Annotation[] {
    const marks = this.#store.getState().marks.at(offset);
    return marks.sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
  }

  #activateNext(marks: readonly Annotation[]): void {
    const { active } = this.#store.getState();
    const before = marks.findIndex((mark) => mark.id === active);
    const next = marks[(before + 1) % Math.max(marks.length, 1)]?.id ?? null;
    if (next !== active) this.#actions.activate(next);
  }

  #click(event: MouseEvent): void {
    if (event.button !== 0 || event.detail > 1 || this.#wasDrag(event)) return;
    const target = event.target instanceof Element ? event.target : null;
    if (target === null || target.closest('button, summary, [data-own-keys]') !== null) return;
    const link = target.closest<HTMLElement>('a[data-href]') ?? pageLinkAt(event);
    if (link !== null && (event.ctrlKey || event.metaKey)) {
      followLink(link, this.#store, this.#actions);
      return;
    }
    if (!(document.getSelection()?.isCollapsed ?? true)) return;
    if (followTarget(link ?? target, this.#view, this.#actions)) return;
    const marks = this.marksAt(event);
    const [pressed] = marks;
    if (pressed !== undefined && this.#actions.endLink(pressed)) return;
    this.#activateNext(marks);
  }

  #wasDrag(event: MouseEvent): boolean {
    if (this.#pressed === null) return false;
    const { x, y } = this.#pressed;
    return Math.hypot(event.clientX - x, event.clientY - y) > dragDistance;
  }

  /** The character under a point, not merely the nearest one: beside a line there is nothing. */
  #offsetUnder(x: number, y: number): number | null {
    const point = caretAt(x, y);
    if (point === null || leafOf(point.node) === null || !this.#view.page.contains(point.node)) {
      return null;
    }
    const caret = this.#view.offsetOf(point, 'start');
    if (caret === null) return null;
    for (const offset of [caret, caret - 1]) {
      const rects = this.#view.range({ start: offset, end: offset + 1 })?.getClientRects() ?? [];
      for (const rect of rects) if (holds(rect, x, y)) return offset;
    }
    return null;
  }
}

/** Opens a web address in the system's browser; within the text, goes to the heading that a fragment names. */
export function followLink(link: HTMLElement, store: AppStore, actions: Actions): void {
  const href = link.dataset['href'] ?? '';
  if (!href.startsWith('#')) {
    void actions.openLink(href);
    return;
  }
  const wanted = slug(safeDecode(href.slice(1)));
  const heading = store.getState().document?.outline.find((item) => slug(item.text) === wanted);
  if (heading === undefined) return;
  actions.travelTo({ start: heading.start, end: heading.start + heading.text.length });
}

/** Goes where a jump of the text leads, such as a note; false for what is none. */
export function followTarget(element: Element, view: TextView, actions: Actions): boolean {
  const link = element.closest<HTMLElement>('a[data-target]');
  const target = Number(link?.dataset['target'] ?? NaN);
  if (link === null || Number.isNaN(target)) return false;
  actions.followJump(target, offsetOfLink(link, view));
  // A link that is no longer on screen has no use for the keys that come.
  view.scroller.focus({ preventScroll: true });
  return true;
}

/** Links of a page lie below its text. */
function pageLinkAt({ clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>) {
  const below = document.elementsFromPoint(clientX, clientY);
  return below.find((item): item is HTMLElement => item.matches('a.paper-link')) ?? null;
}

/** Of the words that a link stands on; null where it stands on a picture. */
function offsetOfLink(link: HTMLElement, view: TextView): number | null {
  if (!link.matches('.paper-link')) return view.offsetOf({ node: link, offset: 0 }, 'start');
  const { left, right, top, bottom } = link.getBoundingClientRect();
  const point = caretAt((left + right) / 2, (top + bottom) / 2);
  if (point === null || leafOf(point.node) === null) return null;
  return view.offsetOf(point, 'start');
}

/** The link that stands on the words at an offset, where these are on screen. */
export function linkAtOffset(offset: number, view: TextView): HTMLElement | null {
  const range = view.range({ start: offset, end: offset + 1 });
  if (range === null) return null;
  if (!view.paged) {
    return range.startContainer.parentElement?.closest<HTMLElement>('a[role="link"]') ?? null;
  }
  const { left, right, top, bottom } = range.getBoundingClientRect();
  return pageLinkAt({ clientX: (left + right) / 2, clientY: (top + bottom) / 2 });
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/[\s_-]+/g, '-');
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

interface OldCaret {
  readonly caretRangeFromPoint?: (x: number, y: number) => Range | null;
}

/** The place in the text that is nearest to a point of the window. */
export function caretAt(x: number, y: number): Point | null {
  if ('caretPositionFromPoint' in document) {
    const found = document.caretPositionFromPoint(x, y);
    return found === null ? null : { node: found.offsetNode, offset: found.offset };
  }
  const found = (document as OldCaret).caretRangeFromPoint?.(x, y) ?? null;
  return found === null ? null : { node: found.startContainer, offset: found.startOffset };
}

function holds(rect: DOMRect, x: number, y: number): boolean {
  // Lines stand apart by their leading: a press between two belongs to the nearer.
  const slack = rect.height * 0.2;
  return x >= rect.left && x <= rect.right && y >= rect.top - slack && y <= rect.bottom + slack;
}

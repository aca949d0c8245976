import type { Annotation } from '../../core/model/annotation.ts';
import type { Span } from '../../core/model/span.ts';
import { sameSpan } from '../../core/model/span.ts';
import { Stops, type End } from '../../core/text/mark-ends.ts';
import type { OpenDocument } from '../state/open-document.ts';
import { passagesIn } from './passages.ts';
import { caretAt } from './pointing.ts';
import { leafOf, offsetOf } from './points.ts';
import type { TextView } from './text-view.ts';

/** A press that moves less than this moves no end, px. */
const slack = 3;
/** Nearer to the upper or lower edge than this the text scrolls, px; at most so fast, px per second. */
const edge = 44;
const fastest = 1400;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** One drag of an end of a mark: from the pointer to a span, frame by frame. It changes nothing but what is scrolled. */
export class MarkDrag {
  readonly mark: Annotation;
  readonly #view: TextView;
  readonly #moved: End;
  readonly #changed: (span: Span) => void;
  readonly #words: Stops;
  readonly #characters: Stops;
  readonly #press: Place;
  /** From the pointer to the middle of the line at the end that it holds. */
  readonly #grip: Place;
  #pointer: Place;
  #byCharacter = false;
  #span: Span;
  #frame = 0;
  #last: number | null = null;

  constructor(
    view: TextView,
    open: OpenDocument,
    { mark, end, press, line }: DragStart,
    changed: (span: Span) => void,
  ) {
    const language = open.details.language ?? undefined;
    this.#view = view;
    this.mark = mark;
    this.#moved = end;
    this.#span = mark.span;
    this.#changed = changed;
    this.#words = new Stops(passagesIn(open), 'word', language);
    this.#characters = new Stops(passagesIn(open), 'grapheme', language);
    this.#press = press;
    this.#pointer = press;
    this.#grip = { x: line.x - press.x, y: line.y - press.y };
  }

  get span(): Span {
    return this.#span;
  }

  /** The end that is held now: the other one after they crossed. */
  get held(): End {
    const { start, end } = this.mark.span;
    const fixed = this.#moved === 'end' ? start : end;
    return this.#span.start === fixed ? 'end' : 'start';
  }

  move(pointer: Place, byCharacter: boolean): void {
    this.#pointer = pointer;
    this.snap(byCharacter);
  }

  snap(byCharacter: boolean): void {
    this.#byCharacter = byCharacter;
    if (this.#frame === 0) this.#frame = requestAnimationFrame(this.#step);
  }

  /** What the last move asked for, at once. */
  finish(): void {
    const waiting = this.#frame !== 0;
    this.stop();
    if (waiting) this.#follow();
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  readonly #step = (now: number): void => {
    const speed = this.#hasMoved() ? this.#pull() : 0;
    if (speed === 0) {
      this.#frame = 0;
      this.#last = null;
    } else {
      const seconds = Math.min((now - (this.#last ?? now - 16)) / 1000, 0.1);
      this.#view.scroller.scrollTop += speed * seconds;
      this.#last = now;
      this.#frame = requestAnimationFrame(this.#step);
    }
    this.#follow();
  };

  #hasMoved(): boolean {
    const { x, y } = this.#press;
    return Math.hypot(this.#pointer.x - x, this.#pointer.y - y) >= slack;
  }

  /** How fast the text is to scroll, px per second: faster the nearer to the edge and beyond it. */
  #pull(): number {
    const box = this.#view.scroller.getBoundingClientRect();
    const above = box.top + edge - this.#pointer.y;
    const below = this.#pointer.y - (box.bottom - edge);
    const share = above > 0 ? -above : Math.max(below, 0);
    return Math.max(-1, Math.min(share / (2 * edge), 1)) * fastest;
  }

  #follow(): void {
    if (!this.#hasMoved()) return;
    const offset = this.#offset();
    if (offset === null) return;
    const fixed = this.#moved === 'end' ? this.mark.span.start : this.mark.span.end;
    const stops = this.#byCharacter ? this.#characters : this.#words;
    const next = stops.reach(fixed, offset, this.#moved);
    if (next === null || sameSpan(next, this.#span)) return;
    this.#span = next;
    this.#changed(next);
  }

  /** The offset under the grip, kept inside the column of the text and the window. */
  #offset(): number | null {
    const { scroller, page } = this.#view;
    const room = scroller.getBoundingClientRect();
    const column = page.querySelector('.text')?.getBoundingClientRect() ?? room;
    const x = clamp(this.#pointer.x + this.#grip.x, column.left + 1, column.right - 1);
    const y = clamp(this.#pointer.y + this.#grip.y, room.top + 2, room.bottom - 2);
    const point = caretAt(x, y);
    if (point === null || !page.contains(point.node)) return null;
    if (leafOf(point.node) !== null) return this.#view.offsetOf(point, this.#moved);
    const element = point.node instanceof Element ? point.node : point.node.parentElement;
    const index = element?.closest<HTMLElement>('[data-section]')?.dataset['section'];
    if (index === undefined) return this.#view.offsetOf(point, this.#moved);
    return offsetOf(this.#view.leaves(Number(index)), point, this.#moved);
  }
}

export interface DragStart {
  readonly mark: Annotation;
  readonly end: End;
  readonly press: Place;
  /** The middle of the line at that end. */
  readonly line: Place;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(most, least));
}

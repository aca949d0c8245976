import type { Annotation } from '../../../core/model/annotation.ts';
import type { Actions } from '../../state/actions.ts';
import type { OpenDocument } from '../../state/open-document.ts';
import type { AppStore } from '../../state/store.ts';
import type { LiveText } from '../live-text.ts';
import type { MapTip } from './map-tip.ts';
import type { MapView } from './map-view.ts';
import { offsetAt, yOf, type Scale } from './scale.ts';

/** A press this near to where a mark starts means the mark, CSS px. */
const nearMark = 3;
/** A press that moves further than this is a drag, CSS px. */
const dragDistance = 2;
/** Where in the viewport a place comes to stand, as after a jump. */
const upperThird = 0.28;

interface Press {
  readonly y: number;
  /** Where in the viewport the place under the pointer is held, as a share of its height. */
  readonly share: number;
  readonly dragging: boolean;
}

/** Click and drag on the map. Each move goes to its place anew; none waits for the one before to settle. */
export class MapPointer {
  readonly #strip: HTMLElement;
  readonly #canvas: HTMLElement;
  readonly #live: LiveText;
  readonly #store: AppStore;
  readonly #actions: Actions;
  readonly #view: MapView;
  readonly #tip: MapTip;
  #scale: Scale | null = null;
  #press: Press | null = null;

  constructor(
    parts: { readonly strip: HTMLElement; readonly canvas: HTMLElement },
    live: LiveText,
    app: { readonly store: AppStore; readonly actions: Actions },
    view: MapView,
    tip: MapTip,
  ) {
    this.#strip = parts.strip;
    this.#canvas = parts.canvas;
    this.#live = live;
    this.#store = app.store;
    this.#actions = app.actions;
    this.#view = view;
    this.#tip = tip;
  }

  start(): () => void {
    const release = (): void => {
      this.#press = null;
      this.#strip.toggleAttribute('data-dragging', false);
    };
    const listeners = {
      pointerdown: (event: PointerEvent) => this.#down(event),
      pointermove: (event: PointerEvent) => this.#move(event),
      pointerup: release,
      lostpointercapture: release,
      pointerleave: () => {
        if (this.#press === null) this.#tip.hide();
      },
    };
    // The keys stay with the text.
    const keepFocus = (event: MouseEvent): void => event.preventDefault();
    const strip = this.#strip;
    strip.addEventListener('mousedown', keepFocus);
    strip.addEventListener('pointerdown', listeners.pointerdown);
    strip.addEventListener('pointermove', listeners.pointermove);
    strip.addEventListener('pointerup', listeners.pointerup);
    strip.addEventListener('lostpointercapture', listeners.lostpointercapture);
    strip.addEventListener('pointerleave', listeners.pointerleave);
    return () => {
      this.#tip.hide();
      strip.removeEventListener('mousedown', keepFocus);
      strip.removeEventListener('pointerdown', listeners.pointerdown);
      strip.removeEventListener('pointermove', listeners.pointermove);
      strip.removeEventListener('pointerup', listeners.pointerup);
      strip.removeEventListener('lostpointercapture', listeners.lostpointercapture);
      strip.removeEventListener('pointerleave', listeners.pointerleave);
    };
  }

  resize(scale: Scale): void {
    this.#scale = scale;
  }

  #down(event: PointerEvent): void {
    const { document: open } = this.#store.getState();
    if (event.button !== 0 || this.#scale === null || open === null) return;
    const y = this.#yOf(event);
    const within = this.#view.shareAt(y);
    this.#strip.setPointerCapture(event.pointerId);
    this.#press = { y, share: within ?? upperThird, dragging: false };
    this.#strip.toggleAttribute('data-dragging', true);
    const mark = this.#markNear(this.#scale, y);
    if (mark !== null) this.#actions.jumpTo(mark.span);
    else if (within === null) this.#go(this.#scale, y, upperThird);
    this.#tip.show(open, offsetAt(this.#scale, y), y, true);
  }

  #move(event: PointerEvent): void {
    const { document: open } = this.#store.getState();
    if (this.#scale === null || open === null) return;
    const y = this.#yOf(event);
    if (this.#press !== null) {
      const { share, dragging } = this.#press;
      if (!dragging && Math.abs(y - this.#press.y) <= dragDistance) return;
      this.#press = { ...this.#press, dragging: true };
      this.#go(this.#scale, y, share);
    }
    this.#say(open, this.#scale, y);
  }

  #say(open: OpenDocument, scale: Scale, y: number): void {
    this.#tip.show(open, offsetAt(scale, y), y, this.#press !== null);
  }

  #go(scale: Scale, y: number, share: number): void {
    const height = this.#live.view.scroller.clientHeight;
    this.#live.scrolling.goTo(offsetAt(scale, y), Math.round(height * share));
  }

  #yOf(event: PointerEvent): number {
    return event.clientY - this.#canvas.getBoundingClientRect().top;
  }

  /** The mark whose start on the map is nearest. */
  #markNear(scale: Scale, y: number): Annotation | null {
    const start = offsetAt(scale, y - nearMark);
    const end = offsetAt(scale, y + nearMark) + 1;
    let nearest: Annotation | null = null;
    let least = nearMark;
    for (const mark of this.#store.getState().marks.overlapping({ start, end })) {
      const away = Math.abs(yOf(scale, mark.span.start) - y);
      if (away > least || (nearest !== null && away === least)) continue;
      nearest = mark;
      least = away;
    }
    return nearest;
  }
}

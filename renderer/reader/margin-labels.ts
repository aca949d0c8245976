import { shownColour } from '../../core/edit/retag.ts';
import { colourLabels } from '../../core/messages/en/tags.ts';
import type { AppStore } from '../state/store.ts';
import { recolours } from '../state/shown-marks.ts';
import type { TextView } from './text-view.ts';

/** Room between a label and the text, px. */
const gap = 9;
/** So many labels fit beside a line in the narrowest margin. */
const mostOnLine = 2;

/** Where marks are told apart by lines: the name of each mark's hue in short, in the margin where the mark begins. */
export class MarginLabels {
  readonly #view: TextView;
  readonly #store: AppStore;
  readonly #layer: HTMLElement;

  constructor(view: TextView, store: AppStore, layer: HTMLElement) {
    this.#view = view;
    this.#store = store;
    this.#layer = layer;
  }

  start(): () => void {
    const draw = (): void => {
      this.#draw();
    };
    draw();
    const stops = [
      this.#view.onMove(draw),
      this.#view.near.subscribe(draw),
      this.#store.shown.subscribe((state, before) => {
        const same =
          state.marks === before.marks &&
          state.marksChange === before.marksChange &&
          state.settings.marksLook === before.settings.marksLook &&
          !recolours(state.tags, before.tags);
        if (!same) draw();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
      this.#clear();
    };
  }

  #draw(): void {
    this.#clear();
    const { marks, settings, tags } = this.#store.getState();
    if (settings.marksLook !== 'lines') return;
    const origin = this.#layer.getBoundingClientRect();
    const text = this.#view.page.querySelector('.text')?.getBoundingClientRect();
    if (text === undefined) return;
    const lines = new Map<number, string[]>();
    for (const index of this.#view.near.indexes) {
      const info = this.#view.info(index);
      for (const mark of marks.overlapping(info)) {
        if (mark.span.start < info.start) continue;
        const rect = this.#view.characterRect(mark.span.start);
        if (rect === null) continue;
        const top = Math.round((rect.top + rect.bottom) / 2 - origin.top);
        const label = colourLabels[shownColour(mark, tags)];
        const there = lines.get(top);
        if (there === undefined) lines.set(top, [label]);
        else if (!there.includes(label)) there.push(label);
      }
    }
    for (const [top, labels] of lines) {
      const box = document.createElement('span');
      box.className = 'margin-label';
      const more = labels.length - mostOnLine;
      box.textContent = [...labels.slice(0, mostOnLine), ...(more > 0 ? [`+${more}`] : [])].join(
        ' ',
      );
      box.style.top = `${top}px`;
      box.style.right = `${origin.right - text.left + gap}px`;
      this.#layer.append(box);
    }
  }

  #clear(): void {
    for (const old of this.#layer.querySelectorAll('.margin-label')) old.remove();
  }
}

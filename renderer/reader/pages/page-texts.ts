import type { Actions } from '../../state/actions.ts';
import type { OpenDocument } from '../../state/open-document.ts';
import { textBetween } from '../../state/passages.ts';
import type { AppStore } from '../../state/store.ts';
import type { TextView } from '../text-view.ts';
import { drawLinks, drawRuns, measureFace, type Face } from './draw-page.ts';
import { steadySelection } from './steady-selection.ts';

/** Pages beyond those near the viewport whose text is drawn too, so that a step out of these leads to text. */
const around = 1;
/** Pages asked for at once. */
const atOnce = 8;
/** Pages whose text stays drawn; of a long document the rest are empty boxes. */
const mostDrawn = 48;

interface Parts {
  readonly view: TextView;
  readonly paintMissing: () => void;
}

/** Draws the text of the pages near the viewport, as soon as it is here, and empties those far away. */
export class PageTexts {
  readonly #parts: Parts;
  readonly #store: AppStore;
  readonly #actions: Actions;
  readonly #face: Face = measureFace();
  /** The last one drawn stands last. */
  readonly #drawn = new Set<number>();
  #asking = false;
  #ended = false;

  constructor(parts: Parts, store: AppStore, actions: Actions) {
    this.#parts = parts;
    this.#store = store;
    this.#actions = actions;
  }

  start(): () => void {
    const { view } = this.#parts;
    const stops = [
      view.near.subscribe(() => {
        this.#fill();
      }),
      this.#store.subscribe(({ document: now }, { document: before }) => {
        const same = now?.loaded === before?.loaded && now?.pages?.shown === before?.pages?.shown;
        if (!same && this.#fill()) {
          this.#parts.paintMissing();
          view.moved();
        }
      }),
      steadySelection(view),
    ];
    this.#fill();
    return () => {
      this.#ended = true;
      for (const stop of stops) stop();
    };
  }

  /** Whether anything was drawn. */
  #fill(): boolean {
    const { document: open } = this.#store.getState();
    if (open?.pages == null || this.#ended) return false;
    let drew = false;
    let missing: number | null = null;
    for (const index of this.#wanted()) {
      if (this.#drawn.has(index)) continue;
      if (open.pages.shown.has(index)) drew = this.#draw(open, index) || drew;
      else missing ??= index;
    }
    if (missing !== null) void this.#ask(missing);
    this.#empty();
    return drew;
  }

  #wanted(): readonly number[] {
    const { near, elements } = this.#parts.view;
    const indexes = [...near.indexes];
    const [first, last] = [Math.min(...indexes) - around, Math.max(...indexes) + around];
    const beside = [first, last].filter((index) => index >= 0 && index < elements.length);
    return [...indexes, ...beside];
  }

  async #ask(from: number): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    await this.#actions.loadPages(Math.max(from - around, 0), atOnce);
    this.#asking = false;
    // What could not be had is not asked for again until the reader goes on.
    const came = this.#store.getState().document?.pages?.shown.has(from) === true;
    if (came && this.#fill()) this.#parts.paintMissing();
  }

  #draw(open: OpenDocument, index: number): boolean {
    const page = open.pages?.shown.get(index);
    const box = this.#parts.view.elements[index];
    if (page === undefined || box === undefined) return false;
    const text = textBetween(open, page.start, page.end);
    if (text === null && page.start < page.end) return false;
    const labelAt = (offset: number): string =>
      open.pages?.infos[this.#parts.view.sectionAt(offset)]?.label ?? '';
    const source = { page, text: text ?? '', labelAt };
    box.querySelector('.paper-links')?.replaceChildren(...drawLinks(source));
    box.querySelector('.paper-text')?.replaceChildren(...drawRuns(source, this.#face));
    this.#drawn.add(index);
    return true;
  }

  /** What the selection begins or ends in stays, or the browser would lose it. */
  #empty(): void {
    const { view } = this.#parts;
    const { anchorNode, focusNode } = document.getSelection() ?? {};
    const wanted = new Set(this.#wanted());
    for (const index of this.#drawn) {
      if (this.#drawn.size <= mostDrawn) return;
      const box = view.elements[index];
      if (wanted.has(index) || box === undefined) continue;
      if (box.contains(anchorNode ?? null) || box.contains(focusNode ?? null)) continue;
      for (const layer of box.querySelectorAll('.paper-text, .paper-links'))
        layer.replaceChildren();
      this.#drawn.delete(index);
    }
  }
}

import { Density, rowOf, type Rows } from '../../../core/highlight/density.ts';
import { shownColour } from '../../../core/edit/retag.ts';
import { markColours } from '../../../core/model/colours.ts';
import { activeMark, type AppState } from '../../state/app-state.ts';
import { afterFrame } from '../../state/after-frame.ts';
import { asShown, recolours } from '../../state/shown-marks.ts';
import type { AppStore } from '../../state/store.ts';
import { drawRow, mapWidth, type RowContent } from './draw-row.ts';
import { headingRows, hitRows } from './row-flags.ts';
import { paletteOf, type Palette } from './palette.ts';
import { scaleFor, type Scale } from './scale.ts';

/** The faintest tick, and the count from which on one may be at full strength. */
const faintest = 0.7;
const leastFull = 8;

/** Keeps the canvas of the map: a change in the state draws the rows it touches, once, in the next frame. */
export class MapPainter {
  readonly #canvas: HTMLCanvasElement;
  readonly #store: AppStore;
  #scale: Scale = scaleFor(0, 0);
  #ratio = 1;
  #palette: Palette;
  #density = new Density(0, 1, []);
  #headings = new Uint8Array(1);
  #hits = new Uint8Array(1);
  /** Full strength, a power of two, so that it seldom changes: when it does, all rows look different. */
  #full = leastFull;
  #dirty = new Uint8Array(1);
  /** Set while a frame is waited for: the text is painted first. */
  #waiting: (() => void) | null = null;

  constructor(canvas: HTMLCanvasElement, store: AppStore) {
    this.#canvas = canvas;
    this.#store = store;
    this.#palette = paletteOf(canvas);
  }

  start(): () => void {
    const stop = this.#store.subscribe((state, before) => {
      this.#follow(state, before);
    });
    return () => {
      stop();
      this.#waiting?.();
    };
  }

  /** Takes another size: counts anew and draws at once, because setting its size cleared the canvas. */
  resize(scale: Scale, ratio: number): void {
    const state = this.#store.getState();
    this.#scale = scale;
    this.#ratio = ratio;
    this.#canvas.width = Math.round(mapWidth * ratio);
    this.#canvas.height = Math.round(scale.height * ratio);
    this.#canvas.style.height = `${scale.height}px`;
    this.#dirty = new Uint8Array(scale.rows);
    this.#headings = headingRows(state.document?.outline ?? [], scale);
    this.#hits = hitRows(state.find?.hits ?? null, scale);
    this.#count(state);
    this.#draw();
  }

  /** The theme changed. */
  recolour(): void {
    this.#palette = paletteOf(this.#canvas);
    this.#touchAll();
  }

  #follow(state: AppState, before: AppState): void {
    if (state.marks !== before.marks || recolours(state.tags, before.tags)) this.#count(state);
    else if (state.marksChange !== before.marksChange) this.#change(state);
    if (state.active !== before.active || state.marksChange !== before.marksChange) {
      this.#touchActive(before);
      this.#touchActive(state);
    }
    if (state.find?.hits !== before.find?.hits) {
      this.#hits = hitRows(state.find?.hits ?? null, this.#scale);
      this.#touchAll();
    } else if (state.find?.current !== before.find?.current) {
      for (const row of [this.#hitRow(before), this.#hitRow(state)]) {
        if (row !== -1) this.#touch({ first: row, last: row });
      }
    }
  }

  #count(state: AppState): void {
    const { characters, rows } = this.#scale;
    this.#density = new Density(
      characters,
      rows,
      [...state.marks.ordered()].map((mark) => asShown(mark, state.tags)),
    );
    this.#weigh();
    this.#touchAll();
  }

  #change({ marksChange: { before, after, spans }, tags }: AppState): void {
    // Nothing looks different: other tags, another note.
    if (spans.length === 0) return;
    for (const mark of before) this.#touch(this.#density.remove(asShown(mark, tags)));
    for (const mark of after) this.#touch(this.#density.add(asShown(mark, tags)));
    const full = this.#full;
    this.#weigh();
    if (full !== this.#full) this.#touchAll();
  }

  #weigh(): void {
    this.#full = Math.max(leastFull, 2 ** Math.ceil(Math.log2(Math.max(this.#density.peak(), 1))));
  }

  #touchActive(state: AppState): void {
    const span = activeMark(state)?.span;
    if (span !== undefined) this.#touch(this.#density.reach(span));
  }

  #hitRow({ find }: AppState): number {
    const start = find?.hits?.starts[find.current];
    return start === undefined ? -1 : rowOf(start, this.#scale.characters, this.#scale.rows);
  }

  #touch({ first, last }: Rows): void {
    this.#dirty.fill(1, first, last + 1);
    this.#waiting ??= afterFrame(() => this.#draw());
  }

  #touchAll(): void {
    this.#touch({ first: 0, last: this.#dirty.length - 1 });
  }

  #draw(): void {
    this.#waiting?.();
    this.#waiting = null;
    const context = this.#canvas.getContext('2d');
    if (context === null) return;
    const state = this.#store.getState();
    const active = activeMark(state);
    const activeRow = active === null ? -1 : this.#density.reach(active.span).first;
    const current = this.#hitRow(state);
    for (let row = this.#dirty.indexOf(1); row !== -1; row = this.#dirty.indexOf(1, row + 1)) {
      this.#dirty[row] = 0;
      const content: RowContent = {
        row,
        strengths: markColours.map((_, lane) => this.#strength(row, lane)),
        active:
          active !== null && row === activeRow
            ? markColours.indexOf(shownColour(active, state.tags))
            : -1,
        heading: this.#headings[row] === 1,
        hit: row === current ? 'current' : this.#hits[row] === 1 ? 'one' : 'none',
      };
      drawRow(context, this.#ratio, this.#palette, content);
    }
  }

  #strength(row: number, lane: number): number {
    const count = this.#density.count(row, lane);
    if (count <= 0) return 0;
    return faintest + (1 - faintest) * (Math.log2(count) / Math.log2(this.#full));
  }
}

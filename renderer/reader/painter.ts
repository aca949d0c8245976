import { assignLanes, segmentsOf } from '../../core/highlight/segments.ts';
import type { Annotation, AnnotationId } from '../../core/model/annotation.ts';
import type { Span } from '../../core/model/span.ts';
import type { AppState } from '../state/app-state.ts';
import { asShown, recolours } from '../state/shown-marks.ts';
import type { AppStore } from '../state/store.ts';
import { looks } from './looks.ts';
import { pointsOf } from './points.ts';
import type { TextView } from './text-view.ts';

/** What is painted of a section: the ranges by the name of their highlight and the span they cover. */
type Painted = ReadonlyMap<string, { readonly name: string; readonly range: StaticRange }>;

/** Kept on screen while a card over the text has the focus and the browser's own selection is gone. */
const keptSelection = 'selection-kept';

/**
 * Draws the marks as CSS highlights: no element of the text is touched. Only sections near the viewport are registered,
 * so that a change costs by what is on screen; it listens to the store itself, so that React never draws text again.
 */
export class Painter {
  readonly #view: TextView;
  readonly #store: AppStore;
  readonly #painted = new Map<number, Painted>();
  #lifted: AnnotationId | null = null;

  constructor(view: TextView, store: AppStore) {
    this.#view = view;
    this.#store = store;
  }

  start(): () => void {
    this.paintMissing();
    const stops = [
      this.#view.near.subscribe((came, went) => {
        for (const index of went) this.#erase(index);
        for (const index of came) this.#paint(index);
      }),
      this.#store.subscribe((state, before) => {
        this.#follow(state, before);
      }),
    ];
    return () => {
      for (const stop of stops) stop();
      for (const index of [...this.#painted.keys()]) this.#erase(index);
      CSS.highlights.delete(keptSelection);
    };
  }

  /** Paints near sections whose text has come in the meantime. */
  paintMissing(): void {
    for (const index of this.#view.near.indexes) {
      if (!this.#painted.has(index)) this.#paint(index);
    }
  }

  /** Leaves a mark out, in whose place another look is drawn; null puts it back. `repaint` where nothing else will. */
  lift(id: AnnotationId | null, repaint: boolean): void {
    const spans = this.#spanOf(this.#store.getState(), id ?? this.#lifted);
    this.#lifted = id;
    if (repaint) this.#repaint(spans);
  }

  #follow(state: AppState, before: AppState): void {
    const spans: Span[] = [];
    if (state.marksChange !== before.marksChange) spans.push(...state.marksChange.spans);
    if (state.active !== before.active) {
      spans.push(...this.#spanOf(state, state.active), ...this.#spanOf(before, before.active));
    }
    if (recolours(state.tags, before.tags))
      for (const index of this.#view.near.indexes) this.#paint(index);
    else this.#repaint(spans);
    if (state.overlay !== before.overlay) this.#keepSelection(state);
  }

  #spanOf(state: AppState, id: AnnotationId | null): Span[] {
    const mark = id === null ? undefined : state.marks.get(id);
    return mark === undefined ? [] : [mark.span];
  }

  #repaint(spans: readonly Span[]): void {
    const touched = new Set<number>();
    for (const span of spans) {
      const [first, last] = this.#view.reach(span);
      for (const index of this.#view.near.indexes) {
        if (index >= first && index <= last) touched.add(index);
      }
    }
    for (const index of touched) this.#paint(index);
  }

  /** What looks as before keeps its ranges: the browser draws again only the text under those that come and go. */
  #paint(index: number): void {
    const leaves = this.#view.leaves(index);
    if (leaves.length === 0) return;
    const { marks, active, tags } = this.#store.getState();
    const within = this.#view.info(index);
    const here = marks.overlapping(within).map((mark) => asShown(mark, tags));
    const lanes = assignLanes(here);
    const before = this.#painted.get(index) ?? new Map<string, never>();
    const painted = new Map<string, { readonly name: string; readonly range: StaticRange }>();
    for (const segment of segmentsOf(this.#shown(here), within)) {
      let made: StaticRange | null = null;
      for (const name of looks(segment, lanes, active)) {
        const key = `${name} ${segment.start} ${segment.end}`;
        const known = before.get(key);
        const range = known?.range ?? (made ??= staticRange(leaves, segment));
        if (range === null) continue;
        if (known === undefined) highlight(name).add(range);
        painted.set(key, { name, range });
      }
    }
    for (const [key, { name, range }] of before) {
      if (!painted.has(key)) CSS.highlights.get(name)?.delete(range);
    }
    this.#painted.set(index, painted);
  }

  #shown(marks: readonly Annotation[]): readonly Annotation[] {
    return this.#lifted === null ? marks : marks.filter(({ id }) => id !== this.#lifted);
  }

  #erase(index: number): void {
    for (const { name, range } of this.#painted.get(index)?.values() ?? []) {
      CSS.highlights.get(name)?.delete(range);
    }
    this.#painted.delete(index);
  }

  #keepSelection({ overlay }: AppState): void {
    CSS.highlights.delete(keptSelection);
    if (overlay?.target.kind !== 'span') return;
    const range = this.#view.range(overlay.target.span);
    if (range !== null) highlight(keptSelection).add(range);
  }
}

function staticRange(leaves: readonly HTMLElement[], span: Span): StaticRange | null {
  const points = pointsOf(leaves, span);
  if (points === null) return null;
  return new StaticRange({
    startContainer: points.start.node,
    startOffset: points.start.offset,
    endContainer: points.end.node,
    endOffset: points.end.offset,
  });
}

function highlight(name: string): Highlight {
  const known = CSS.highlights.get(name);
  if (known !== undefined) return known;
  const made = new Highlight();
  made.priority = name.startsWith('mark-') ? 1 : name === keptSelection ? 4 : 2;
  CSS.highlights.set(name, made);
  return made;
}

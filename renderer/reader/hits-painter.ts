import type { Find } from '../state/app-state.ts';
import type { AppStore } from '../state/store.ts';
import { firstIndex, leafSpan } from './points.ts';
import type { TextView } from './text-view.ts';

interface TextRun {
  readonly node: Node;
  readonly start: number;
  readonly end: number;
}

const all = 'find-hit';
const one = 'find-current';

/** Draws the hits of the search as CSS highlights, those of the sections near the viewport alone. */
export class HitsPainter {
  readonly #view: TextView;
  readonly #store: AppStore;
  readonly #painted = new Map<number, readonly StaticRange[]>();
  #currentShown = false;

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
        this.#paintCurrent();
      }),
      this.#store.subscribe(({ find }, { find: before }) => {
        if (find?.hits !== before?.hits) this.#renew();
        else if (find?.current !== before?.current) this.#paintCurrent();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
      this.#painted.clear();
      CSS.highlights.delete(all);
      CSS.highlights.delete(one);
    };
  }

  /** Paints near sections whose text has come in the meantime. */
  paintMissing(): void {
    for (const index of this.#view.near.indexes) if (!this.#painted.has(index)) this.#paint(index);
    if (!this.#currentShown) this.#paintCurrent();
  }

  #renew(): void {
    CSS.highlights.delete(all);
    this.#painted.clear();
    this.paintMissing();
    this.#paintCurrent();
  }

  #paint(index: number): void {
    const hits = this.#find()?.hits ?? null;
    const leaves = this.#view.leaves(index);
    if (hits === null || leaves.length === 0) return;
    const ranges = rangesIn(textRuns(leaves), hits);
    const highlight = highlightNamed(all, 5);
    for (const range of ranges) highlight.add(range);
    this.#painted.set(index, ranges);
  }

  #erase(index: number): void {
    const highlight = CSS.highlights.get(all);
    for (const range of this.#painted.get(index) ?? []) highlight?.delete(range);
    this.#painted.delete(index);
  }

  #paintCurrent(): void {
    CSS.highlights.delete(one);
    const find = this.#find();
    const start = find?.hits?.starts[find.current];
    const end = find?.hits?.ends[find.current];
    const range =
      start === undefined || end === undefined ? null : this.#view.range({ start, end });
    this.#currentShown = start === undefined || range !== null;
    if (range !== null) highlightNamed(one, 6).add(new StaticRange(range));
  }

  #find(): Find | null {
    return this.#store.getState().find;
  }
}

/** The text nodes of a section with their offsets, in order. */
function textRuns(leaves: readonly HTMLElement[]): TextRun[] {
  const runs: TextRun[] = [];
  for (const leaf of leaves) {
    let { start } = leafSpan(leaf);
    const walker = document.createTreeWalker(leaf, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const end = start + (node.nodeValue?.length ?? 0);
      if (end > start) runs.push({ node, start, end });
      start = end;
    }
  }
  return runs;
}

/** One walk along text and hits, both in order: a section can have thousands of hits. */
function rangesIn(runs: readonly TextRun[], hits: NonNullable<Find['hits']>): StaticRange[] {
  const ranges: StaticRange[] = [];
  const from = runs[0]?.start ?? 0;
  const to = runs.at(-1)?.end ?? 0;
  let at = 0;
  for (let index = firstAfter(hits.ends, from); index < hits.starts.length; index++) {
    const start = hits.starts[index] ?? 0;
    const end = hits.ends[index] ?? 0;
    if (start >= to) break;
    while ((runs[at]?.end ?? Infinity) <= start) at += 1;
    const first = runs[at];
    let last = first;
    for (let next = at; (runs[next]?.start ?? Infinity) < end; next++) last = runs[next];
    if (first === undefined || last === undefined || first.start >= end) continue;
    ranges.push(
      new StaticRange({
        startContainer: first.node,
        startOffset: Math.max(start - first.start, 0),
        endContainer: last.node,
        endOffset: Math.min(end, last.end) - last.start,
      }),
    );
  }
  return ranges;
}

function firstAfter(ends: Uint32Array, offset: number): number {
  return firstIndex(ends, (end) => end > offset);
}

function highlightNamed(name: string, priority: number): Highlight {
  const known = CSS.highlights.get(name);
  if (known !== undefined) return known;
  const made = new Highlight();
  made.priority = priority;
  CSS.highlights.set(name, made);
  return made;
}

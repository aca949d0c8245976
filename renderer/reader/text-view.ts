import type { Span } from '../../core/model/span.ts';
import { sectionAt } from '../../core/text/sections.ts';
import { inOneLine, textRects, union } from './line-rects.ts';
import { NearSections } from './near-sections.ts';
import {
  firstIndex,
  leafOf,
  leafSpan,
  leavesIn,
  offsetOf,
  pointsOf,
  type Bias,
  type Point,
} from './points.ts';

/** What the text is drawn by: sections of running text, or pages. */
export interface ShownSections {
  readonly sections: readonly Span[];
  /** The one that is on screen first. */
  readonly first: number;
  readonly paged: boolean;
}

/** The text on screen: from spans to ranges and rectangles and back. One for each document that is shown. */
export class TextView {
  readonly scroller: HTMLElement;
  /** Holds all that moves with the text; boxes over the text are placed in it. */
  readonly page: HTMLElement;
  readonly near: NearSections;
  /** Sections are pages: a leaf is a stretch of one line, lines of two columns stand beside each other. */
  readonly paged: boolean;
  readonly #sections: readonly Span[];
  readonly #elements: readonly HTMLElement[];
  readonly #leaves = new Map<number, readonly HTMLElement[]>();
  readonly #listeners = new Set<() => void>();

  constructor(scroller: HTMLElement, page: HTMLElement, { sections, first, paged }: ShownSections) {
    this.scroller = scroller;
    this.page = page;
    this.paged = paged;
    this.#sections = sections;
    this.#elements = [...page.querySelectorAll<HTMLElement>('[data-section]')];
    this.near = new NearSections(scroller, this.#elements, first);
  }

  get elements(): readonly HTMLElement[] {
    return this.#elements;
  }

  info(index: number): Span {
    const info = this.#sections[index];
    if (info === undefined) throw new Error(`no section ${index} of ${this.#sections.length}`);
    return info;
  }

  sectionAt(offset: number): number {
    return sectionAt(this.#sections, offset);
  }

  /** First and last section that a span touches. */
  reach(span: Span): readonly [number, number] {
    return [this.sectionAt(span.start), this.sectionAt(Math.max(span.start, span.end - 1))];
  }

  /** The leaves of a section; none until its text is here. They stay the same until a page far away is emptied. */
  leaves(index: number): readonly HTMLElement[] {
    const known = this.#leaves.get(index);
    if (known?.[0]?.isConnected === true) return known;
    const element = this.#elements[index];
    const found = element === undefined ? [] : leavesIn(element);
    if (found.length > 0) this.#leaves.set(index, found);
    return found;
  }

  /** The picture without words that stands at an offset. */
  wordlessAt(offset: number): HTMLElement | null {
    const leaves = this.leaves(this.sectionAt(offset));
    for (let at = firstIndex(leaves, (leaf) => leafSpan(leaf).end >= offset); ; at++) {
      const leaf = leaves[at];
      if (leaf === undefined || leafSpan(leaf).start > offset) return null;
      if (leaf.localName === 'figure') return leaf;
    }
  }

  /** Whether all the text that a section has is here. */
  whole(index: number): boolean {
    const { start, end } = this.info(index);
    return start === end || this.leaves(index).length > 0;
  }

  /** A live range: for a moment's use, never to be kept. Null where the text is not here yet. */
  range(span: Span): Range | null {
    const [first, last] = this.reach(span);
    const leaves =
      last > first ? [...this.leaves(first), ...this.leaves(last)] : this.leaves(first);
    const points = pointsOf(leaves, span);
    if (points === null) return null;
    const range = document.createRange();
    range.setStart(points.start.node, points.start.offset);
    range.setEnd(points.end.node, points.end.offset);
    return range;
  }

  offsetOf(point: Point, bias: Bias): number | null {
    const leaf = leafOf(point.node);
    if (leaf !== null) return offsetOf([leaf], point, bias);
    return this.paged ? this.#nearPages(point, bias) : offsetOf(leavesIn(this.page), point, bias);
  }

  /** As `offsetOf` clamps a point outside of the text, though not every page's text is here. */
  #nearPages(point: Point, bias: Bias): number | null {
    const range = document.createRange();
    range.setStart(point.node, point.offset);
    const next = firstIndex(this.#elements, (item) => range.comparePoint(item, 0) >= 0);
    const within = this.#elements[next - 1];
    if (within?.contains(point.node) === true) {
      const found = offsetOf(this.leaves(next - 1), point, bias);
      if (found !== null) return found;
    }
    if (bias === 'start') return this.#sections[next]?.start ?? this.#sections.at(-1)?.end ?? null;
    return this.#sections[next - 1]?.end ?? 0;
  }

  /** The rectangle of the character at an offset, or of the nearest one that has any. */
  characterRect(offset: number): DOMRect | null {
    const section = this.sectionAt(offset);
    const { end } = this.info(section);
    for (let at = offset; at < Math.min(end, offset + 40); at++) {
      const rect = this.range({ start: at, end: at + 1 })?.getClientRects()[0];
      if (rect !== undefined && rect.height > 0) return rect;
    }
    return null;
  }

  /** Where a span starts and ends on screen: cheap however long it is, because the lines between are not measured. */
  edges(span: Span): { readonly first: DOMRect; readonly last: DOMRect } | null {
    const first = this.characterRect(span.start);
    let last: DOMRect | null = null;
    for (let at = span.end - 1; at >= Math.max(span.start, span.end - 40); at--) {
      const rects = this.range({ start: at, end: at + 1 })?.getClientRects();
      last = rects?.[rects.length - 1] ?? null;
      if (last !== null && last.height > 0) break;
    }
    return first === null || last === null ? null : { first, last };
  }

  /** The boxes of a span's lines, in the window. `span` is to be short or near the viewport: each line is measured. */
  lineRects(span: Span): DOMRect[] {
    const lines: DOMRect[] = [];
    const [first, last] = this.reach(span);
    for (let index = first; index <= last; index++) {
      for (const rect of textRects(this.leaves(index), span)) {
        const line = lines.at(-1);
        if (line !== undefined && inOneLine(line, rect)) lines.splice(-1, 1, union(line, rect));
        else lines.push(rect);
      }
    }
    return lines;
  }

  /** Offset of the first text in the document, which may start after offset 0. */
  firstOffset(): number {
    const leaf = this.leaves(0)[0];
    return leaf === undefined ? 0 : leafSpan(leaf).start;
  }

  /** Calls back when the text moves in the page: other width, other type, sections that settle. */
  onMove(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** To be called where text came or moved without a change of the page's size. */
  moved(): void {
    for (const listener of this.#listeners) listener();
  }

  start(): () => void {
    const stopNear = this.near.start();
    // Every section's height is part of the page's, so one element is enough to watch.
    const observer = new ResizeObserver(() => {
      this.near.look();
      this.moved();
    });
    observer.observe(this.page);
    return () => {
      stopNear();
      observer.disconnect();
    };
  }
}

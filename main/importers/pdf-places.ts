import type { DraftAnchor } from '../../core/text/draft.ts';
import { placeIn, type PdfBlock, type PlacedFragment } from './pdf-blocks.ts';
import { turned } from './pdf-pieces.ts';
import type { Fragment } from './pdf-types.ts';

/** Left, top, right and bottom on a page as it is shown. */
export type Box = readonly [number, number, number, number];

/** Words of one block. */
export interface Stretch {
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

interface Entry {
  readonly block: number;
  readonly placed: PlacedFragment;
}

/** Finds the words at a place of a page, and names places of the text for jumps, outline and marks. */
export class Places {
  readonly #byPage = new Map<number, Entry[]>();
  readonly #anchors = new Map<number, Map<number, string>>();
  readonly #pages: number;
  readonly #blocks: number;
  /** Comparisons that a file may cost: many marks on many words are an attack. */
  #budget = 60_000_000;

  constructor(blocks: readonly PdfBlock[], pages: number) {
    this.#pages = pages;
    this.#blocks = blocks.length;
    blocks.forEach(({ placed }, block) => {
      for (const one of placed) {
        const entries = this.#byPage.get(one.page);
        if (entries === undefined) this.#byPage.set(one.page, [{ block, placed: one }]);
        else entries.push({ block, placed: one });
      }
    });
  }

  anchorsOf(block: number): readonly DraftAnchor[] {
    return [...(this.#anchors.get(block) ?? [])].map(([at, name]) => ({ name, at }));
  }

  anchor(block: number, at: number): string {
    const anchors = this.#anchors.get(block) ?? new Map<number, string>();
    this.#anchors.set(block, anchors);
    const name = anchors.get(at) ?? `${String(block)}.${String(at)}`;
    anchors.set(at, name);
    return name;
  }

  /** The anchor of the first words at or below a height; those of the next page with words where there are none. */
  below(page: number, y: number | null): string | null {
    for (let index = page; index < this.#pages; index += 1) {
      const entries = this.#byPage.get(index);
      if (entries === undefined) continue;
      const found = index === page && y !== null ? this.#nearestBelow(entries, y) : entries[0];
      if (found !== undefined) return this.anchor(found.block, found.placed.start);
    }
    return this.#blocks === 0 ? null : this.anchor(this.#blocks - 1, Number.MAX_SAFE_INTEGER);
  }

  #nearestBelow(entries: readonly Entry[], y: number): Entry | undefined {
    this.#budget -= entries.length;
    if (this.#budget < 0) return entries[0];
    let best: Entry | undefined;
    let nearest = Infinity;
    for (const entry of entries) {
      const { base, size, angle } = entry.placed.fragment;
      if (angle !== 0 || base + 0.1 * size < y) continue;
      if (base - y < nearest - 0.5 * size) {
        nearest = base - y;
        best = entry;
      }
    }
    return best;
  }

  /** The words that a box lies over, by line. */
  under(page: number, box: Box): readonly Stretch[] {
    const entries = this.#byPage.get(page) ?? [];
    this.#budget -= entries.length;
    if (this.#budget < 0) return [];
    return entries.flatMap(({ block, placed }) => {
      const covered = coveredWords(placed, box);
      return covered === null ? [] : [{ block, ...covered }];
    });
  }

  /** The line nearest to a box, or the word of it that the box stands over. */
  near(page: number, box: Box): Stretch | null {
    const entries = this.#byPage.get(page) ?? [];
    this.#budget -= entries.length;
    if (this.#budget < 0) return null;
    const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
    let best: { readonly entry: Entry; readonly distance: number; readonly at: number } | null =
      null;
    for (const entry of entries) {
      const { left, right, base, size, angle } = entry.placed.fragment;
      const [u, v] = turned(x, y, -angle);
      const beside = Math.max(left - u, 0, u - right);
      const distance = beside * 0.5 + Math.abs(v - (base - 0.3 * size));
      if (best === null || distance < best.distance) best = { entry, distance, at: u };
    }
    if (best === null) return null;
    const { block, placed } = best.entry;
    const word = wordsIn(placed).find(({ from, to }) => best.at >= from && best.at <= to);
    return { block, start: word?.start ?? placed.start, end: word?.end ?? placed.end };
  }
}

interface Word {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** Words of a fragment in its block, with where they stand along the line; of scripts without spaces, letters. */
function wordsIn({ fragment, start, skipped, end }: PlacedFragment): readonly Word[] {
  const words: Word[] = [];
  const shown = fragment.text.slice(skipped, skipped + end - start);
  for (const found of shown.matchAll(
    /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]+/gu,
  )) {
    const at = skipped + found.index;
    const ends = [placeIn(fragment, at), endOf(fragment, at + found[0].length)];
    words.push({
      start: start + found.index,
      end: start + found.index + found[0].length,
      from: Math.min(...ends),
      to: Math.max(...ends),
    });
  }
  return words;
}

/** Where the character before an offset ends. */
function endOf(fragment: Fragment, offset: number): number {
  const piece = fragment.pieces.find(({ start, end }) => offset > start && offset <= end);
  if (piece?.end === offset) return piece.rightToLeft ? piece.left : piece.right;
  return placeIn(fragment, offset);
}

function coveredWords(
  placed: PlacedFragment,
  [left, top, right, bottom]: Box,
): { readonly start: number; readonly end: number } | null {
  const { angle, base, size, left: begin, right: finish } = placed.fragment;
  const corners = [turned(left, top, -angle), turned(right, bottom, -angle)] as const;
  const [u0, u1] = [Math.min(corners[0][0], corners[1][0]), Math.max(corners[0][0], corners[1][0])];
  const [v0, v1] = [Math.min(corners[0][1], corners[1][1]), Math.max(corners[0][1], corners[1][1])];
  const middle = base - 0.3 * size;
  if (middle < v0 || middle > v1 || u1 < begin || u0 > finish) return null;
  let most: Word | null = null;
  let best = 0;
  let start = -1;
  let end = -1;
  for (const word of wordsIn(placed)) {
    const shared = Math.min(u1, word.to) - Math.max(u0, word.from);
    if (shared > best) [best, most] = [shared, word];
    if (shared < 0.5 * (word.to - word.from)) continue;
    if (start === -1) start = word.start;
    end = word.end;
  }
  if (start !== -1) return { start, end };
  // Less than half a word: a part of a long one, or the edge of a box that belongs to another line.
  return most !== null && best > 0.5 * (u1 - u0) && best > 0.3 * size
    ? { start: most.start, end: most.end }
    : null;
}

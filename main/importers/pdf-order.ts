import type { Fragment, Line } from './pdf-types.ts';

/** Lines of one column, from top to bottom. */
export interface Region {
  readonly lines: readonly Line[];
}

const deepest = 12;

/** The regions of a page in the order they are read: columns one after the other, what spans them between. */
export function regionsOf(fragments: readonly Fragment[]): readonly Region[] {
  const angles = new Map<number, Fragment[]>();
  for (const fragment of fragments) {
    const same = angles.get(fragment.angle);
    if (same === undefined) angles.set(fragment.angle, [fragment]);
    else same.push(fragment);
  }
  const weight = (group: readonly Fragment[]): number =>
    group.reduce((sum, { text }) => sum + text.length, 0);
  return [...angles.values()]
    .toSorted((a, b) => weight(b) - weight(a))
    .flatMap((group) => ordered(group, 0))
    .map((region) => ({ lines: linesOf(region) }));
}

function ordered(fragments: readonly Fragment[], depth: number): readonly (readonly Fragment[])[] {
  if (fragments.length < 6 || depth > deepest) return fragments.length === 0 ? [] : [fragments];
  const gutter = findGutter(fragments);
  if (gutter === null) {
    const halves = splitAcross(fragments);
    return halves === null ? [fragments] : halves.flatMap((half) => ordered(half, depth + 1));
  }
  const bands: { readonly spans: boolean; readonly fragments: Fragment[] }[] = [];
  for (const fragment of fragments.toSorted((a, b) => a.base - b.base)) {
    const spans = fragment.left < gutter - 1 && fragment.right > gutter + 1;
    const band = bands.at(-1);
    if (band?.spans === spans) band.fragments.push(fragment);
    else bands.push({ spans, fragments: [fragment] });
  }
  return bands.flatMap(({ spans, fragments: inside }) => {
    if (spans) return ordered(inside, depth + 1);
    const sides = [
      inside.filter((one) => (one.left + one.right) / 2 < gutter),
      inside.filter((one) => (one.left + one.right) / 2 >= gutter),
    ];
    const backwards = inside.filter(({ rightToLeft }) => rightToLeft).length * 2 > inside.length;
    return (backwards ? sides.reverse() : sides).flatMap((side) => ordered(side, depth + 1));
  });
}

/** Parts above and below one of the widest gaps between lines, where one of them has columns: text under a figure. */
function splitAcross(fragments: readonly Fragment[]): readonly (readonly Fragment[])[] | null {
  const sorted = fragments.toSorted((a, b) => a.base - a.up - (b.base - b.up));
  const gaps: { readonly at: number; readonly size: number }[] = [];
  let bottom = -Infinity;
  sorted.forEach(({ base, up, down, size }, at) => {
    if (at > 0 && base - up - bottom > 0.3 * size) gaps.push({ at, size: base - up - bottom });
    bottom = Math.max(bottom, base + down);
  });
  const widest = gaps.toSorted((a, b) => b.size - a.size).slice(0, 6);
  for (const { at } of widest) {
    const halves = [sorted.slice(0, at), sorted.slice(at)];
    if (halves.some((half) => half.length >= 6 && findGutter(half) !== null)) return halves;
  }
  return null;
}

/**
 * The middle of a gap between two columns of running text: few lines cross it, and those beside it are wide, unlike
 * the cells of a table.
 */
function findGutter(fragments: readonly Fragment[]): number | null {
  const left = Math.min(...fragments.map((one) => one.left));
  const right = Math.max(...fragments.map((one) => one.right));
  const slots = 200;
  const step = (right - left) / slots;
  if (!(step > 0)) return null;
  const changes = new Array<number>(slots + 2).fill(0);
  for (const one of fragments) {
    const from = Math.max(0, Math.ceil((one.left - left) / step));
    const to = Math.min(slots, Math.floor((one.right - left) / step));
    if (to < from) continue;
    changes[from] = (changes[from] ?? 0) + 1;
    changes[to + 1] = (changes[to + 1] ?? 0) - 1;
  }
  const covered: number[] = [];
  let sum = 0;
  for (let slot = 0; slot <= slots; slot += 1) covered.push((sum += changes[slot] ?? 0));
  let best: { readonly at: number; readonly score: number } | null = null;
  for (let slot = 0; slot <= slots; slot += 1) {
    const height = covered[slot] ?? 0;
    if (height > fragments.length * 0.6) continue;
    let end = slot;
    while (end < slots && (covered[end + 1] ?? 0) === height) end += 1;
    const at = left + ((slot + end) / 2) * step;
    const score = gutterScore(fragments, at);
    if (score > 0 && (best === null || score > best.score)) best = { at, score };
    slot = end;
  }
  return best?.at ?? null;
}

/** How many lines of text stand beside a gap on its poorer side, less those that cross it; 0 where it is no gutter. */
function gutterScore(fragments: readonly Fragment[], at: number): number {
  const before = fragments.filter(({ right }) => right <= at + 1);
  const after = fragments.filter(({ left }) => left >= at - 1);
  const across = fragments.length - before.length - after.length;
  const poorer = Math.min(before.length, after.length);
  if (poorer < 3) return 0;
  const columns = [before, after].filter(isColumn);
  if (columns.length === 0) return 0;
  // Much that spans both columns is fine where it stands above or below them.
  if (across > poorer && (columns.length < 2 || poorer < 6 || bandsAt(fragments, at) > 5)) return 0;
  if (columns.length === 1) {
    // Beside figures and code: only where one column is long and the gap halves the page.
    const left = Math.min(...fragments.map((one) => one.left));
    const right = Math.max(...fragments.map((one) => one.right));
    const off = Math.abs(at - (left + right) / 2);
    if ((columns[0]?.length ?? 0) < 12 || off > 0.08 * (right - left)) return 0;
  }
  return poorer - across / 2;
}

function bandsAt(fragments: readonly Fragment[], at: number): number {
  let bands = 0;
  let last: boolean | null = null;
  for (const { left, right } of fragments.toSorted((a, b) => a.base - b.base)) {
    const spans = left < at - 1 && right > at + 1;
    if (spans !== last) bands += 1;
    last = spans;
  }
  return bands;
}

function isColumn(fragments: readonly Fragment[]): boolean {
  const left = Math.min(...fragments.map((one) => one.left));
  const right = Math.max(...fragments.map((one) => one.right));
  const wide = fragments.filter((one) => {
    const width = one.right - one.left;
    return width > 9 * one.size && width > 0.5 * (right - left);
  });
  return wide.length >= 3 && wide.length >= fragments.length * 0.4;
}

/** Fragments on one baseline make a line. */
function linesOf(fragments: readonly Fragment[]): readonly Line[] {
  const rows: Fragment[][] = [];
  for (const fragment of fragments.toSorted((a, b) => a.base - b.base || a.left - b.left)) {
    const row = rows.at(-1);
    const first = row?.[0];
    const near =
      first !== undefined &&
      fragment.base - first.base < 0.35 * Math.min(first.size, fragment.size);
    if (near && row !== undefined) row.push(fragment);
    else rows.push([fragment]);
  }
  return rows.map(lineOf);
}

export function lineOf(row: readonly Fragment[]): Line {
  const backwards = row.filter(({ rightToLeft }) => rightToLeft).length * 2 > row.length;
  const fragments = row.toSorted((a, b) => (backwards ? b.left - a.left : a.left - b.left));
  const largest = fragments.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  const { size, base, angle, font } = largest;
  const tabular = fragments.some((one, index) => {
    const before = fragments[index - 1];
    if (before === undefined) return false;
    return Math.max(one.left - before.right, before.left - one.right) > 2 * size;
  });
  return {
    fragments,
    text: fragments.map(({ text }) => text).join(' '),
    left: Math.min(...fragments.map((one) => one.left)),
    right: Math.max(...fragments.map((one) => one.right)),
    base,
    size,
    angle,
    font,
    tabular,
  };
}

import type { Figure } from '../figures.ts';

/** A line of the table: what was measured, against what, and whether it is as it must be. */
export interface Row {
  readonly name: string;
  readonly what: string;
  readonly unit: 'ms' | 'MB' | '%' | 'points';
  readonly measured: Figure;
  readonly against: string | null;
  readonly other: Figure | null;
  /** Of the medians. */
  readonly ratio: number | null;
  readonly must: string;
  /** Null where nothing was promised. */
  readonly holds: boolean | null;
}

type Measured = Pick<Row, 'name' | 'what' | 'unit' | 'measured'>;

/** At most so many times the other. */
export function ratioRow(row: Measured, against: string, other: Figure, most: number | null): Row {
  const ratio = other.median === 0 ? Infinity : row.measured.median / other.median;
  return {
    ...row,
    against,
    other,
    ratio,
    must: most === null ? 'for scale' : `≤ ${most < 0.5 ? `1/${Math.round(1 / most)}` : most} ×`,
    holds: most === null ? null : ratio <= most,
  };
}

/** At most, or at least, so much by itself. */
export function boundRow(row: Measured, bound: { most: number } | { least: number } | null): Row {
  const { median } = row.measured;
  const alone = { against: null, other: null, ratio: null };
  if (bound === null) return { ...row, ...alone, must: 'for scale', holds: null };
  return 'most' in bound
    ? { ...row, ...alone, must: `≤ ${bound.most} ${row.unit}`, holds: median <= bound.most }
    : { ...row, ...alone, must: `≥ ${bound.least} ${row.unit}`, holds: median >= bound.least };
}

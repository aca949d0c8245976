/** Medians with the least and the most, in the unit of the samples. */
export interface Figure {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly rounds: number;
}

export function figure(samples: readonly number[]): Figure {
  const sorted = [...samples].sort((a, b) => a - b);
  const rounds = sorted.length;
  if (rounds === 0) throw new Error('no samples');
  return {
    median: middle(sorted),
    min: sorted[0] ?? 0,
    max: sorted[rounds - 1] ?? 0,
    rounds,
  };
}

export function medianOf(samples: readonly number[]): number {
  return figure(samples).median;
}

function middle(sorted: readonly number[]): number {
  const half = sorted.length >> 1;
  const [low = 0, high = 0] = [sorted[half - 1], sorted[half]];
  return sorted.length % 2 === 0 ? (low + high) / 2 : high;
}

/** A row of a table in Markdown: three figures with three digits that count. */
export function row(name: string, { median, min, max }: Figure): string {
  const text = (n: number): string => (n >= 100 ? n.toFixed(0) : n.toPrecision(3));
  return `| ${name} | ${text(median)} | ${text(min)} | ${text(max)} |`;
}

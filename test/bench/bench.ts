import type { Annotation } from '../../core/model/annotation.ts';
import type { DocumentContent } from '../../core/model/document.ts';

/** What every group of measurements is given. */
export interface Bench {
  readonly quick: boolean;
  readonly rounds: number;
  /** Holds all that the run makes; gone after it. */
  readonly folder: string;
  /** The built scripts of test/bench/pages. */
  readonly scripts: string;
  /** The folder of the peers' pages, and the program that shows them. */
  readonly pages: string;
  readonly bare: string;
  readonly texts: ReadonlyMap<string, BenchText>;
  /** A library with these texts, new for every asker. */
  readonly library: () => Promise<string>;
  readonly say: (line: string) => void;
}

export interface BenchText {
  readonly id: string;
  readonly content: DocumentContent;
  readonly marks: readonly Annotation[];
}

/** The texts of the reading library. */
export const ids = {
  first: 'small-first',
  small: 'small-other',
  long: 'long-without',
  marked1k: 'long-with-1k',
  marked10k: 'long-with-10k',
  marked50k: 'long-with-50k',
} as const;

export function textOf(bench: Bench, id: string): BenchText {
  const found = bench.texts.get(id);
  if (found === undefined) throw new Error(`no text ${id}`);
  return found;
}

/** The order turns from round to round, so that no one always comes after the same other. */
export function turned<T>(items: readonly T[], by: number): readonly T[] {
  const at = by % items.length;
  return [...items.slice(at), ...items.slice(0, at)];
}

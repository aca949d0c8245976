import { writeSync } from 'node:fs';
import type { Annotation } from '../../core/model/annotation.ts';

/** What becomes of a mark by an edit; `state` is null where it is gone. */
export interface Fate {
  readonly id: string;
  readonly state: string | null;
  /** The edit takes the one before it back. */
  readonly undo: boolean;
}

/** What a child said before it was killed, in its order. */
export interface Said {
  readonly acknowledged: readonly Fate[];
  /** Announced, and not acknowledged when the kill came. */
  readonly inFlight: readonly Fate[];
  /** Another process held the library. */
  readonly busy: boolean;
}

export function stateOf({ note, tags }: Annotation): string {
  return `${note}|${tags.join()}`;
}

/** One synchronous write for each line: a kill must not take a line that stands in a buffer. */
export function announce(fate: Fate): void {
  writeSync(1, `?${JSON.stringify(fate)}\n`);
}

export function acknowledge(fate: Fate): void {
  writeSync(1, `!${JSON.stringify(fate)}\n`);
}

export function sayBusy(): void {
  writeSync(1, 'busy\n');
}

/** Edits are acknowledged in the order in which they were announced. */
export function readSaid(lines: readonly string[]): Said {
  const fates = (sign: string): Fate[] =>
    lines
      .filter((line) => line.startsWith(sign))
      .map((line) => JSON.parse(line.slice(1)) as unknown as Fate);
  const acknowledged = fates('!');
  const inFlight = fates('?').slice(acknowledged.length);
  return { acknowledged, inFlight, busy: lines.includes('busy') };
}

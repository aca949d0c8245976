import type { Fate, Said } from './protocol.ts';
import type { Seen } from './target.ts';

/** What many kills came to. */
export interface Tally {
  readonly kills: number;
  /** Edits that were acknowledged, and the marks among them that were new. */
  readonly edits: number;
  readonly marks: number;
  readonly lost: number;
  readonly doubled: number;
  /** Marks that were deleted and are there, or are not as they were left. */
  readonly wrong: number;
  /** Kills after which undo and redo did not lead back, or undid another edit than the last. */
  readonly undoBroken: number;
  /** Files and messages that need a person. */
  readonly trouble: number;
  /** Second writers that were told that the library is held, and those that were not. */
  readonly refused: number;
  readonly examples: readonly string[];
}

export const noKills: Tally = {
  kills: 0,
  edits: 0,
  marks: 0,
  lost: 0,
  doubled: 0,
  wrong: 0,
  undoBroken: 0,
  trouble: 0,
  refused: 0,
  examples: [],
};

const mostExamples = 10;

/** Compares what was said with what is there. `before`: the marks that were there before the children ran. */
export function judge(
  tally: Tally,
  before: ReadonlyMap<string, string>,
  said: readonly Said[],
  seen: Seen,
): Tally {
  const acknowledged = said.flatMap((child) => child.acknowledged);
  const inFlight = said.flatMap((child) => child.inFlight);
  const expected = new Map<string, string | null>(before);
  for (const { id, state } of acknowledged) expected.set(id, state);
  const lost: string[] = [];
  const wrong: string[] = [];
  for (const id of new Set([...expected.keys(), ...seen.marks.keys()])) {
    const state = seen.marks.get(id) ?? null;
    const wanted = expected.get(id) ?? null;
    if (state === wanted) continue;
    if (inFlight.some((fate) => fate.id === id && fate.state === state)) continue;
    (state === null ? lost : wrong).push(id);
  }
  const isNew = new Set(acknowledged.filter((fate) => !before.has(fate.id)).map(({ id }) => id));
  const undoBroken = !seen.undoWorks || !undoesTheLast(said, expected, seen);
  const examples = [
    ...lost.map((id) => `lost: ${id}`),
    ...wrong.map((id) => `wrong: ${id}`),
    ...seen.trouble,
    ...(undoBroken ? [`undo: ${String(seen.undoes)}`] : []),
  ];
  return {
    kills: tally.kills + 1,
    edits: tally.edits + acknowledged.length,
    marks: tally.marks + isNew.size,
    lost: tally.lost + lost.length,
    doubled: tally.doubled + seen.doubled,
    wrong: tally.wrong + wrong.length,
    undoBroken: tally.undoBroken + (undoBroken ? 1 : 0),
    trouble: tally.trouble + seen.trouble.length,
    refused: tally.refused + said.filter((child) => child.busy).length,
    examples: [...tally.examples, ...examples].slice(0, mostExamples),
  };
}

/** The newest step of undo is the newest edit that is on disk; not told apart where two wrote or an undo was last. */
function undoesTheLast(
  said: readonly Said[],
  expected: ReadonlyMap<string, string | null>,
  seen: Seen,
): boolean {
  const writers = said.filter(({ acknowledged }) => acknowledged.length > 0);
  const [only] = writers;
  if (writers.length !== 1 || only === undefined) return true;
  const arrived = ({ id, state }: Fate): boolean =>
    (seen.marks.get(id) ?? null) === state && (expected.get(id) ?? null) !== state;
  const last = only.inFlight.filter(arrived).at(-1) ?? only.acknowledged.at(-1);
  const undo = last?.undo === true || only.inFlight.some((fate) => fate.undo);
  return last === undefined || undo || (seen.undoes?.includes(last.id) ?? false);
}

export function countFaults({ lost, doubled, wrong, undoBroken, trouble }: Tally): number {
  return lost + doubled + wrong + undoBroken + trouble;
}

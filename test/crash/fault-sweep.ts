import { runWithFault } from './faults.ts';
import { faultKinds, type FaultKind, type Plan, type Point } from './faulty-files.ts';

/** What all the faults came to. */
export interface Sweep {
  readonly points: readonly Point[];
  readonly runs: number;
  /** A line for each run that went wrong. */
  readonly faults: readonly string[];
}

const atOnce = 3;

/**
 * Plays the session once for each fault. `thorough`: every kind of fault at every operation; else each operation on each
 * file once, the kinds in turn.
 */
export async function sweepFaults(thorough: boolean): Promise<Sweep> {
  const sound = await runWithFault(null);
  const plans = thorough ? allPlans(sound.points) : somePlans(sound.points);
  const faults = sound.faults.map((fault) => `without a fault: ${fault}`);
  let next = 0;
  const work = async (): Promise<void> => {
    for (let plan = plans[next++]; plan !== undefined; plan = plans[next++]) {
      const run = await runWithFault(plan, sound.states);
      const { operation, path } = sound.points[plan.at] ?? { operation: '?', path: '?' };
      const where = `${plan.kind} at ${plan.at}, ${operation} ${path}`;
      faults.push(...run.faults.map((fault) => `${where}: ${fault}`));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { points: sound.points, runs: plans.length, faults };
}

/** Each operation on each kind of file, with how often the session does it. */
export function listPoints(points: readonly Point[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { operation, path } of points) {
    const name = `${operation.padEnd(16)}${path || '(the folder)'}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => `${String(count).padStart(4)} × ${name}`).sort();
}

function allPlans(points: readonly Point[]): Plan[] {
  return points.flatMap((point, at) =>
    faultKinds
      .filter((kind) => kind !== 'half' || point.operation === 'write')
      .map((kind) => ({ at, kind })),
  );
}

function somePlans(points: readonly Point[]): Plan[] {
  const seen = new Set<string>();
  const plans: Plan[] = [];
  for (const [at, { operation, path }] of points.entries()) {
    const name = `${operation} ${path}`;
    if (seen.has(name)) continue;
    seen.add(name);
    plans.push({ at, kind: kindInTurn(plans.length, operation) });
  }
  return plans;
}

function kindInTurn(turn: number, operation: string): FaultKind {
  const kinds = faultKinds.filter((kind) => kind !== 'half' || operation === 'write');
  return kinds[turn % kinds.length] ?? 'EIO';
}

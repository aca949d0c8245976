/** Orders ISO times, which may differ in their digits; nothing known ('') is before everything. */
export function compareTimes(a: string, b: string): number {
  return a === b ? 0 : valueOf(a) - valueOf(b) || (a < b ? -1 : 1);
}

export function laterOf(a: string, b: string): string {
  return compareTimes(a, b) < 0 ? b : a;
}

/**
 * The time of a change to something that was changed at `known`: never before it, though clocks differ between
 * machines, so that what was done in the knowledge of another change always counts as later.
 */
export function timeAfter(known: string, at: string): string {
  if (known === '' || compareTimes(at, known) > 0) return at;
  return new Date(valueOf(known) + 1).toISOString();
}

// Before all real times, and still a number that can be taken from another.
const never = -8.64e15;

function valueOf(time: string): number {
  return time === '' ? never : Date.parse(time);
}

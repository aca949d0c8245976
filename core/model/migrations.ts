/** One step of a migration: data of version n to data of version n + 1. Pure, and never changed once released. */
export type MigrationStep = (data: unknown) => unknown;

/** Steps of one kind of file by the version they start from. */
export type Migrations = Readonly<Record<number, MigrationStep>>;

/** Brings data up to a version by one step after the other; null where a step is missing. */
export function migrate(
  steps: Migrations,
  data: unknown,
  from: number,
  to: number,
): { readonly data: unknown } | null {
  let current = data;
  for (let version = from; version < to; version++) {
    const step = steps[version];
    if (step === undefined) return null;
    current = step(current);
  }
  return { data: current };
}

// Fields that came after the first version of the files: they may be missing, and are never stored with the value that
// a missing one means. A patch names that value, because it must hold a field before and after.

const meaningOfMissing: Readonly<Record<string, unknown>> = {
  links: [],
  colourBy: 'hand',
  whenToUse: '',
  whenNot: '',
  aliases: [],
  examples: [],
  pinned: null,
  order: null,
  rule: null,
  memo: '',
};
const names = Object.keys(meaningOfMissing);
const known = new Set(names);

/** Some fields of an entity, with what a missing one means. */
export function pickFields<E extends object>(entity: E, wanted: readonly (keyof E)[]): Partial<E> {
  // By hand: this runs for each mark of a change of thousands.
  const picked: Partial<Record<keyof E, unknown>> = {};
  for (const name of wanted) {
    const value = entity[name];
    picked[name] = value === undefined ? meaningOfMissing[String(name)] : value;
  }
  return picked as Partial<E>;
}

/** The entity without the fields that say no more than their absence. */
export function withoutEmpty<E extends object>(entity: E): E {
  const fields = entity as Readonly<Record<string, unknown>>;
  const emptyField = (name: string): boolean =>
    known.has(name) && name in fields && isEmpty(name, fields[name]);
  if (!names.some(emptyField)) return entity;
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !emptyField(name))) as E;
}

function isEmpty(name: string, value: unknown): boolean {
  return (
    value === undefined ||
    value === meaningOfMissing[name] ||
    (Array.isArray(value) && value.length === 0)
  );
}

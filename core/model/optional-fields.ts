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

/** Some fields of an entity, with what a missing one means. */
export function pickFields<E extends object>(entity: E, wanted: readonly (keyof E)[]): Partial<E> {
  return Object.fromEntries(
    wanted.map((name) => [
      name,
      entity[name] === undefined ? meaningOfMissing[String(name)] : entity[name],
    ]),
  ) as Partial<E>;
}

/** The entity without the fields that say no more than their absence. */
export function withoutEmpty<E extends object>(entity: E): E {
  const empty = names.filter((name) => name in entity && isEmpty(name, Reflect.get(entity, name)));
  if (empty.length === 0) return entity;
  return Object.fromEntries(Object.entries(entity).filter(([name]) => !empty.includes(name))) as E;
}

function isEmpty(name: string, value: unknown): boolean {
  return (
    value === undefined ||
    value === meaningOfMissing[name] ||
    (Array.isArray(value) && value.length === 0)
  );
}

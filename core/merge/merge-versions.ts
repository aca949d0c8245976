import type { Removed } from '../model/library-files.ts';
import { canonicalJson } from './canonical-json.ts';
import { compareTimes, laterOf } from './times.ts';
import type { Mergeable, MergeKind, Versions } from './versions.ts';

/** What became of one entity: it is there, or it was removed. */
type Fate<E> =
  | { readonly there: true; readonly at: string; readonly entity: E }
  | { readonly there: false; readonly at: string; readonly removed: Removed<E> };

/**
 * Two versions of a file as one. For each id the later fate counts, by a total order; so it does not matter who merges,
 * in what order, or how often: commutative, associative, idempotent.
 */
export function mergeVersions<E extends Mergeable>(
  a: Versions<E>,
  b: Versions<E>,
  kind: MergeKind<E>,
): Versions<E> {
  const fates = new Map<string, Fate<E>>();
  for (const versions of [a, b]) {
    for (const [id, fate] of fatesOf(versions, kind)) {
      const other = fates.get(id);
      if (other === undefined || compareFates(fate, other, kind) > 0) fates.set(id, fate);
    }
  }
  const present: E[] = [];
  const removed: Removed<E>[] = [];
  const touched: [string, string][] = [];
  for (const [id, fate] of [...fates].sort(([one], [two]) => (one < two ? -1 : 1))) {
    if (!fate.there) removed.push(fate.removed);
    else {
      present.push(fate.entity);
      if (compareTimes(fate.at, kind.timeOf(fate.entity)) > 0) touched.push([id, fate.at]);
    }
  }
  return { present: present.sort(kind.order), removed, touched: Object.fromEntries(touched) };
}

function* fatesOf<E extends Mergeable>(
  { present, removed, touched }: Versions<E>,
  kind: MergeKind<E>,
): Iterable<readonly [string, Fate<E>]> {
  for (const entity of present) {
    const at = laterOf(kind.timeOf(entity), touched[entity.id] ?? '');
    yield [entity.id, { there: true, at, entity }];
  }
  for (const each of removed) yield [each.id, { there: false, at: each.at, removed: each }];
}

function compareFates<E>(a: Fate<E>, b: Fate<E>, kind: MergeKind<E>): number {
  const time = compareTimes(a.at, b.at);
  if (time !== 0) return time;
  if (a.there && b.there) {
    return kind.prefer(a.entity, b.entity) || compareContent(a.entity, b.entity);
  }
  if (a.there || b.there) return a.there ? -1 : 1;
  const forgotten = Number(a.removed.was === null) - Number(b.removed.was === null);
  return forgotten || compareContent(a.removed.was, b.removed.was);
}

/** Means nothing, but is the same on every machine. */
function compareContent(a: unknown, b: unknown): number {
  if (a === b) return 0;
  const [one, two] = [canonicalJson(a), canonicalJson(b)];
  return one === two ? 0 : one < two ? -1 : 1;
}

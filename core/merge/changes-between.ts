import type { Change } from '../edit/patch.ts';
import type { Annotation } from '../model/annotation.ts';
import type { DocumentEntry } from '../model/document.ts';
import type { Item } from '../model/item.ts';
import type { Tag } from '../model/tag.ts';
import { canonicalJson } from './canonical-json.ts';
import { laterOf } from './times.ts';
import type { Mergeable, MergeKind, Versions } from './versions.ts';

/** What leads from one version of a file to a merged one, with the exact time of each change by id. */
export interface MergeChanges {
  readonly changes: readonly Change[];
  readonly times: Readonly<Record<string, string>>;
}

interface Pair<E> {
  readonly id: string;
  readonly before: E | null;
  readonly after: E | null;
}

export const markChange = ({ id, before, after }: Pair<Annotation>): Change => {
  const document = (after ?? before)?.document ?? '';
  return { entity: 'annotation', document, id, before, after };
};
export const tagChange = (pair: Pair<Tag>): Change => ({ entity: 'tag', ...pair });
export const itemChange = (pair: Pair<Item>): Change => ({ entity: 'item', ...pair });
export const entryChange = (pair: Pair<DocumentEntry>): Change => ({ entity: 'document', ...pair });

export function changesBetween<E extends Mergeable>(
  before: Versions<E>,
  after: Versions<E>,
  kind: MergeKind<E>,
  changeOf: (pair: Pair<E>) => Change,
): MergeChanges {
  const old = new Map(before.present.map((entity) => [entity.id, entity]));
  const removed = new Map(after.removed.map((each) => [each.id, each.at]));
  const changes: Change[] = [];
  const times: [string, string][] = [];
  for (const entity of after.present) {
    const known = old.get(entity.id);
    old.delete(entity.id);
    if (known === entity) continue;
    if (known !== undefined && canonicalJson(known) === canonicalJson(entity)) continue;
    changes.push(changeOf({ id: entity.id, before: known ?? null, after: entity }));
    const at = laterOf(kind.timeOf(entity), after.touched[entity.id] ?? '');
    if (at !== '') times.push([entity.id, at]);
  }
  for (const [id, entity] of old) {
    changes.push(changeOf({ id, before: entity, after: null }));
    const at = removed.get(id);
    if (at !== undefined) times.push([id, at]);
  }
  return { changes, times: Object.fromEntries(times) };
}

/** Whether two versions hold the same, in whatever order. */
export function sameVersions<E extends Mergeable>(a: Versions<E>, b: Versions<E>): boolean {
  return canonicalJson(sorted(a)) === canonicalJson(sorted(b));
}

function sorted<E extends Mergeable>({ present, removed, touched }: Versions<E>): Versions<E> {
  const byId = (a: Mergeable, b: Mergeable): number => (a.id < b.id ? -1 : 1);
  return { present: present.toSorted(byId), removed: removed.toSorted(byId), touched };
}

import type { TagId } from '../../core/model/tag.ts';
import type { TagChanges } from '../state/actions/tagging.ts';
import type { TagChoice } from '../state/plan-choices.ts';
import type { AppState, Target } from '../state/app-state.ts';
import { knownMarks } from '../state/found-marks.ts';
import type { Pick } from './tag-choices.ts';

/** What stands in the tag box: the tags that all passages bear or are to bear, and those that only some do. */
export interface Picks {
  readonly all: readonly Pick[];
  readonly some: readonly SomeTag[];
}

export interface SomeTag {
  readonly id: TagId;
  /** How many of the passages bear it. */
  readonly count: number;
}

/** The tags on what the box works on, before anything is changed. */
export function picksOn(target: Target, state: AppState): Picks {
  if (target.kind === 'span') return { all: [], some: [] };
  const marks = knownMarks(state, target.kind === 'mark' ? [target.id] : target.ids);
  const counts = new Map<TagId, number>();
  for (const id of marks.flatMap(({ tags }) => tags)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const borne = [...counts].map(([id, count]): SomeTag => ({ id, count }));
  return {
    all: borne.filter(({ count }) => count === marks.length).map(({ id }) => ({ kind: 'tag', id })),
    some: borne.filter(({ count }) => count < marks.length),
  };
}

export function choicesOf(picks: readonly Pick[]): readonly TagChoice[] {
  return picks.map((pick) => (pick.kind === 'tag' ? { id: pick.id } : { create: pick.name }));
}

/** What is to be added to all of several marks, and taken off them. */
export function changesBetween(before: Picks, after: Picks): TagChanges {
  const had = new Set(idsOf(before.all));
  const left = new Set([...idsOf(after.all), ...after.some.map(({ id }) => id)]);
  return {
    add: choicesOf(after.all.filter((pick) => pick.kind === 'create' || !had.has(pick.id))),
    remove: [...had, ...before.some.map(({ id }) => id)].filter((id) => !left.has(id)),
  };
}

function idsOf(picks: readonly Pick[]): TagId[] {
  return picks.flatMap((pick) => (pick.kind === 'tag' ? pick.id : []));
}

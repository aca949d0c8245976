import { goOn, historyLimit, type History } from '../../core/edit/history.ts';
import type { DocumentId } from '../../core/model/document.ts';
import { forgetEdits } from '../../core/edit/time-travel.ts';
import { invertPatch, type Patch } from '../../core/edit/patch.ts';
import { canonicalJson } from '../../core/merge/canonical-json.ts';
import { compareTimes } from '../../core/merge/times.ts';
import {
  checkedPatch,
  timedChanges,
  type JournalRecord,
  type TimedChange,
} from './journal-lines.ts';

/** The undo history that a journal tells of; records that were dropped are simply not there. */
export function historyOf(records: readonly JournalRecord[]): History {
  const done: Patch[] = [];
  const undone: Patch[] = [];
  let last: Patch | undefined;
  for (const { type, patch } of records) {
    switch (type) {
      case 'put':
        if (patch.label === 'bin.empty') {
          const left = forgetEdits({ done, undone }, patch.changes);
          done.splice(0, done.length - left.done.length);
          undone.splice(0, undone.length - left.undone.length);
        }
        break;
      case 'do':
        last = done.at(-1);
        if (last?.id === patch.id) done[done.length - 1] = goOn(last, patch);
        else done.push(patch);
        undone.length = 0;
        break;
      case 'undo':
        if (done.at(-1)?.id === patch.id) done.pop();
        undone.push(invertPatch(patch));
        break;
      case 'redo':
        if (undone.at(-1)?.id === patch.id) undone.pop();
        done.push(patch);
        break;
    }
  }
  return { done: done.slice(-historyLimit), undone: undone.slice(-historyLimit) };
}

/** The documents that were emptied out of the bin. */
export function emptiedBy(records: readonly JournalRecord[]): readonly DocumentId[] {
  return records
    .filter(({ type, patch }) => type === 'put' && patch.label === 'bin.empty')
    .flatMap(({ patch }) =>
      patch.changes.flatMap((change) => (change.entity === 'document' ? [change.id] : [])),
    );
}

/** The changes after a number, in their order, each checked: they come from a file. */
export function changesSince(
  records: readonly JournalRecord[],
  seq: number,
): readonly TimedChange[] {
  return records.filter((record) => record.seq > seq).flatMap(checkedChanges);
}

export function checkedChanges(record: JournalRecord): readonly TimedChange[] {
  const patch = checkedPatch(record);
  return patch === null ? [] : timedChanges({ ...record, patch });
}

/** Tells which changes of our own history still count over a file that another machine wrote. */
export class Overtaken {
  readonly #known = new Map<string, string>();

  /** `lastChange`: when the file says the entity was changed, asked for the first of its changes. */
  has({ change, at }: TimedChange, before: unknown, after: unknown, lastChange: string): boolean {
    const known = this.#known.get(change.id) ?? lastChange;
    this.#known.set(change.id, known);
    if (known !== '' && compareTimes(at, known) < 0) return true;
    // The file has it already: nothing was touched again.
    return canonicalJson(before ?? null) === canonicalJson(after);
  }
}

import { historyLimit, type History } from '../../core/edit/history.ts';
import { invertPatch, type Change, type Patch } from '../../core/edit/patch.ts';
import { checkedPatch, type JournalRecord } from './journal-lines.ts';

/** The undo history that a journal tells of; records that were dropped are simply not there. */
export function historyOf(records: readonly JournalRecord[]): History {
  const done: Patch[] = [];
  const undone: Patch[] = [];
  for (const { type, patch } of records) {
    switch (type) {
      case 'put':
        break;
      case 'do':
        done.push(patch);
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

/** The changes after a number, in their order, each checked: they come from a file. */
export function changesSince(records: readonly JournalRecord[], seq: number): readonly Change[] {
  return records
    .filter((record) => record.seq > seq)
    .flatMap((record) => checkedPatch(record)?.changes ?? []);
}

import { describe, expect, it } from 'vitest';
import type { HistoryItem } from '../../../core/contract.ts';
import { historyRows, whatItDoes } from '../../../renderer/history/history-rows.ts';

const now = new Date(2026, 10, 22, 15);
const edit = (at: number, undone: boolean, daysAgo = 0): HistoryItem => ({
  id: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
  at: new Date(2026, 10, 22 - daysAgo, 12, at).toISOString(),
  label: 'mark.add',
  marks: 1,
  tags: 0,
  documents: 0,
  undone,
});
const shape = (edits: readonly HistoryItem[]): readonly string[] =>
  historyRows(edits, now).map((row) => {
    if (row.kind === 'day') return row.name;
    return row.kind === 'here' ? 'here' : `${row.kind} ${String(row.steps)}`;
  });

describe('historyRows', () => {
  it('puts the edits under their days, and the line between what is undone and what is not', () => {
    expect(shape([edit(3, true), edit(2, false), edit(1, false, 1)])).toEqual([
      'Today',
      'edit 1',
      'here',
      'edit 0',
      'Yesterday',
      'edit -1',
      'beginning -2',
    ]);
  });

  it('stands before all of them when all are undone', () => {
    expect(shape([edit(2, true), edit(1, true)])).toEqual([
      'Today',
      'edit 2',
      'edit 1',
      'here',
      'beginning 0',
    ]);
  });

  it('has no rows without edits', () => {
    expect(shape([])).toEqual([]);
  });

  it('says what a choice would do', () => {
    expect(whatItDoes(-1)).toBe('Takes back 1 edit.');
    expect(whatItDoes(2)).toBe('Does 2 edits again.');
  });
});

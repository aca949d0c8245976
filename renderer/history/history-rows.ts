import type { HistoryItem } from '../../core/contract.ts';
import { historyMessages } from '../../core/messages/en/history.ts';
import { dayName } from '../ui/when.ts';

/** A row of the panel. `steps` tells how far it is from here: below 0 back, above 0 forward. */
export type HistoryRow =
  | { readonly kind: 'day'; readonly name: string }
  | { readonly kind: 'here' }
  | { readonly kind: 'edit'; readonly edit: HistoryItem; readonly steps: number }
  | { readonly kind: 'beginning'; readonly steps: number };

/** The edits under their days, newest first, the line where the library stands, and the way back before all of them. */
export function historyRows(edits: readonly HistoryItem[], now: Date): readonly HistoryRow[] {
  const undone = edits.filter((edit) => edit.undone).length;
  const rows: HistoryRow[] = [];
  let day = '';
  for (const [index, edit] of edits.entries()) {
    if (index === undone) rows.push({ kind: 'here' });
    const name = dayName(edit.at, now);
    if (name !== day) rows.push({ kind: 'day', name });
    day = name;
    rows.push({ kind: 'edit', edit, steps: undone - index });
  }
  if (edits.length > 0) {
    if (undone === edits.length) rows.push({ kind: 'here' });
    rows.push({ kind: 'beginning', steps: undone - edits.length });
  }
  return rows;
}

/** What choosing a row would do, in words. */
export function whatItDoes(steps: number): string {
  if (steps === 0) return historyMessages.youAreHere;
  return steps < 0 ? historyMessages.wouldUndo(-steps) : historyMessages.wouldRedo(steps);
}

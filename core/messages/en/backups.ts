import type { Backup, BackupPreview } from '../../contract.ts';

const number = new Intl.NumberFormat('en');
const oneDigit = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const plural = (count: number, one: string, many: string): string =>
  `${number.format(count)} ${count === 1 ? one : many}`;

const reasons: Record<Backup['reason'], string> = {
  day: 'Before the first change of the day',
  migration: 'Before an update of the library',
  import: 'Before many files came in',
  hand: 'Made by you',
};

const kinds = [
  ['documents', 'text', 'texts'],
  ['marks', 'mark', 'marks'],
  ['tags', 'tag', 'tags'],
] as const;

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;

type Kind = (typeof kinds)[number][0];
const inBin: readonly Kind[] = ['documents', 'marks'];

function counted(
  preview: BackupPreview,
  which: 'added' | 'changed' | 'removed',
  only: readonly Kind[] = ['documents', 'marks', 'tags'],
): string | null {
  const parts = kinds.flatMap(([kind, one, many]) => {
    if (!only.includes(kind)) return [];
    const count = preview[kind][which];
    return count === 0 ? [] : [plural(count, one, many)];
  });
  return parts.length === 0 ? null : listed(parts);
}

/** The panel of snapshots. */
export const backupMessages = {
  title: 'Backups',
  close: 'Close the backups',
  list: 'Backups, newest first',
  reason: (reason: Backup['reason']): string => reasons[reason],
  lastCheck: (when: string): string => `Last check passed ${when}`,
  lastCheckHint: 'The newest backup was restored to a temporary folder and found whole.',
  neverChecked: 'No backup has been checked yet',
  neverCheckedHint: 'The newest one is restored to a temporary folder now and then, to be sure.',
  checked: (when: string): string => `checked ${when}`,
  notChecked: 'not checked yet',
  holds: (documents: number, marks: number): string =>
    `${plural(documents, 'text', 'texts')}, ${plural(marks, 'mark', 'marks')}`,
  size: (bytes: number): string =>
    bytes < 1024 * 1024
      ? `${number.format(Math.max(1, Math.round(bytes / 1024)))} KB`
      : `${oneDigit.format(bytes / 1024 / 1024)} MB`,
  make: 'Back up now',
  made: 'Backup made',
  looking: 'Comparing with the library…',
  preview: (preview: BackupPreview): string | null => {
    const back = counted(preview, 'added');
    const changed = counted(preview, 'changed');
    const binned = counted(preview, 'removed', inBin);
    const gone = counted(preview, 'removed', ['tags']);
    const parts = [
      back === null ? null : `bring back ${back}`,
      changed === null ? null : `change ${changed}`,
      binned === null ? null : `put ${binned} in the bin`,
      gone === null ? null : `take away ${gone}`,
    ].filter((part) => part !== null);
    return parts.length === 0 ? null : `Would ${listed(parts)}.`;
  },
  same: 'The library is the same as this backup.',
  restore: 'Restore',
  restored: (when: string): string => `Restored from the backup of ${when}`,
  emptyTitle: 'No backups yet',
  emptyHint:
    'One is made before the first change of each day and kept for 14 days, then one a month for a year.',
} as const;

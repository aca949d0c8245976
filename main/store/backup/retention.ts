import type { BackupName } from './backup-name.ts';

const day = 24 * 60 * 60 * 1000;
const daysWhole = 14;
const months = 12;

/** The backups to let go: all of 14 days stay, and before that the last of each month for 12 months. */
export function outlived(backups: readonly BackupName[], now: string): readonly BackupName[] {
  const time = Date.parse(now);
  const kept = new Set<string>();
  const newestFirst = [...backups].sort((a, b) => (a.at < b.at ? 1 : -1));
  return newestFirst.filter(({ at }) => {
    if (time - Date.parse(at) < daysWhole * day) return false;
    const month = at.slice(0, 7);
    if (monthsBetween(at, now) > months || kept.has(month)) return true;
    kept.add(month);
    return false;
  });
}

function monthsBetween(from: string, to: string): number {
  const count = (at: string): number => Number(at.slice(0, 4)) * 12 + Number(at.slice(5, 7));
  return count(to) - count(from);
}

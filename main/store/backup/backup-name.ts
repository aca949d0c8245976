import type { BackupReason } from '../../../core/model/backup-files.ts';
import { backupReasons } from '../../../core/model/backup-files.ts';

/** What a backup's file name says. */
export interface BackupName {
  readonly file: string;
  readonly at: string;
  readonly reason: BackupReason;
}

const pattern = /^commonplace-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-([a-z]+)(?:-\d{1,4})?\.zip$/;

/** A name that sorts by time and is not taken. */
export function backupFileName(
  at: string,
  reason: BackupReason,
  taken: ReadonlySet<string>,
): string {
  const time = at.replace(/\.\d+/, '').replace(/[-:]/g, '');
  const name = `commonplace-${time}-${reason}`;
  let file = `${name}.zip`;
  for (let n = 2; taken.has(file); n++) file = `${name}-${n}.zip`;
  return file;
}

/** Null where the name is not one of ours: such a file is never touched, and never opened on a window's word. */
export function parseBackupName(file: string): BackupName | null {
  const found = pattern.exec(file);
  if (found === null) return null;
  const [, year, month, day, hour, minute, second, word] = found;
  const at = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  const reason = backupReasons.find((one) => one === word);
  return reason === undefined || Number.isNaN(Date.parse(at)) ? null : { file, at, reason };
}

/** Our names among others, newest first. */
export function backupNames(names: readonly string[]): readonly BackupName[] {
  const found = names.flatMap((name) => parseBackupName(name) ?? []);
  return found.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.file < b.file ? 1 : -1));
}

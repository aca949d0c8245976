// What the store says of backups, the bin and the history.

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `one ${one}` : `${count} ${many}`;

export const careMessages = {
  noEdit: 'The history does not reach back to this edit any more, so nothing was changed.',
  notInBin: 'This is not in the bin any more, so nothing was changed.',
  noBackup: (file: string): string => `There is no backup ${file}. Nothing was changed.`,
  backupUnreadable: (file: string, reason: string): string =>
    `The backup ${file} could not be read: ${reason}. Nothing was changed.`,
  backupNotMade: (reason: string): string =>
    `No backup was made: ${reason}. The library itself is safe.`,
  behind: 'the library files could not be brought up to date',
  nothingThere: 'the library is empty',
  backupDamaged: (file: string): string =>
    `The backup ${file} could not be restored when it was checked. The library itself is safe; make a new backup.`,
  problems: {
    notZip: 'it is no zip file',
    noManifest: 'it has no list of what is in it',
    wrongContents: 'what is in it is not what was put in',
    newer: 'it was made by a newer version of Commonplace',
  },
  documents: (count: number): string => counted(count, 'text', 'texts'),
  marks: (count: number): string => counted(count, 'mark', 'marks'),
  tags: (count: number): string => counted(count, 'tag', 'tags'),
} as const;

export type BackupProblem = keyof typeof careMessages.problems;

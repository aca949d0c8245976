import type { Backup, BackupPreview, HistoryItem } from '../../contract.ts';
import { editNames } from './edits.ts';

const library = `  --library DIR   the library's folder (else COMMONPLACE_LIBRARY, else
                  Documents/Commonplace in your home folder)`;
const end = `${library}
  --help          show this text
`;

const plural = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

const changesOf = (
  what: string,
  { added, removed, changed }: BackupPreview['marks'],
): string | null =>
  added + removed + changed === 0
    ? null
    : `${what}: ${added} come back, ${removed} go, ${changed} change`;

/** What the commands that look after a library say. Help is written for a terminal of 80 columns. */
export const cliCareMessages = {
  verify: `Usage: commonplace verify [--json] [--library DIR]

Checks every file of the library, every line of its history, every mark against
its text, tags, sources and folders. Changes nothing. Exits with 1 where
something is wrong.

  --json          print {ok, documents, marks, files,
                  findings: [{file, problem, message}]}
${end}`,
  repair: `Usage: commonplace repair [--library DIR]

Repairs what can be repaired, and says how: from last good copies, the history,
the sources, and the newest backup. A damaged file is kept beside the good one;
nothing is deleted. Exits with 1 where something is still wrong.

${end}`,
  backup: `Usage: commonplace backup [--list] [--json] [--library DIR]

Makes a backup of all marks, tags and titles in the library's backups folder,
and checks it by restoring it to a temporary folder. Sources are not in it.

  --list          make none; list those that are there
  --json          print [{file, at, reason, bytes, documents, marks, checked}]
${end}`,
  restore: `Usage: commonplace restore FILE [--dry-run] [--library DIR]

Brings the library back to a backup: what it has comes back as it was, texts
that came after go to the bin. It is one edit, which undo takes back.
FILE is the name of a backup of this library, or the path of one.

  --dry-run       only say what would change
${end}`,
  history: `Usage: commonplace history [--json] [--library DIR]

Lists the edits, newest first: when, what, how much it touched.

  --json          print [{id, at, label, marks, tags, documents, undone}]
${end}`,
  noBackupNamed: 'Say which backup to restore; “commonplace backup --list” lists them.',
  restored: 'Restored. Undo in the window takes it back.',
  line: ({ file, documents, marks, checked }: Backup): string =>
    [
      file,
      plural(documents, 'text', 'texts'),
      plural(marks, 'mark', 'marks'),
      checked === null ? 'not checked' : `checked ${checked}`,
    ].join('\t'),
  preview: ({ documents, tags, marks }: BackupPreview): readonly string[] => {
    const lines = [
      changesOf('texts', documents),
      changesOf('tags', tags),
      changesOf('marks', marks),
    ].filter((line) => line !== null);
    return lines.length === 0 ? ['Nothing differs from the backup.'] : lines;
  },
  edit: ({ at, label, marks, tags, documents, undone }: HistoryItem): string =>
    [
      at,
      editNames[label],
      [
        marks > 0 ? plural(marks, 'mark', 'marks') : null,
        tags > 0 ? plural(tags, 'tag', 'tags') : null,
        documents > 0 ? plural(documents, 'text', 'texts') : null,
      ]
        .filter((part) => part !== null)
        .join(', '),
      undone ? 'undone' : '',
    ]
      .join('\t')
      .trimEnd(),
} as const;

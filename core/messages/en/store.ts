// What the store says to the reader: what happened, what is safe, what to do.

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  EROFS: 'the disk can only be read',
  EACCES: 'this account may not write there',
  EPERM: 'this account may not write there',
  EIO: 'the disk reports an error',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENOENT: 'the library folder is gone',
  ENOTDIR: 'the library folder is gone',
  EFBIG: 'the file has become too large for this disk',
  EBUSY: 'another program holds the file',
};

export const storeMessages = {
  reason: (code: string): string => reasons[code] ?? `the system reports ${code}`,

  notSaved: (reason: string): string =>
    `Not saved: ${reason}. Everything saved before is safe. Try again once that is solved.`,
  closed: 'Not saved: the library is closed. Open it again and repeat the change.',
  readOnly: 'The library is open for reading only, so nothing was changed.',
  cannotOpen: (reason: string): string =>
    `The library could not be opened: ${reason}. Nothing was changed.`,
  noLibrary: (folder: string): string =>
    `There is no library in ${folder}. Check the folder, or import a text to start one there.`,
  cannotWriteFolder: (reason: string): string =>
    `The library is open for reading only: ${reason}. Your texts and marks are safe and can be read; new marks cannot be saved.`,
  busy: (program: 'app' | 'cli', pid: number, host: string | null): string => {
    const who = program === 'app' ? 'the Commonplace window' : 'the commonplace command';
    const where = host === null ? `process ${pid}` : `process ${pid} on ${host}`;
    const advice =
      host === null
        ? 'Close it and try again.'
        : 'Close it there. If it is not running any more, try again in five minutes, or delete library.lock in the library folder. If a sync program keeps two copies of the folder equal, tell it to leave out library.lock: both computers can write then, and their changes are merged.';
    return `The library is in use by ${who} (${where}). ${advice}`;
  },
  busyUnknown:
    'The library is in use: its library.lock cannot be read. If no Commonplace is running, delete library.lock in the library folder.',

  missingDocument: 'This text is not in the library any more.',
  missingSection: 'This text has no such section.',
  missingPages: 'This text has no pages.',
  missingPicture: 'This text has no such picture.',
  unreadable: (name: string, reason: string): string =>
    `${name} could not be read: ${reason}. It was left as it is.`,
  noSource: (title: string, reason: string): string =>
    `The file of “${title}” could not be read: ${reason}. Its marks are safe.`,
  alreadyThere: (title: string): string => `“${title}” is in the library already.`,
  cannotAdd: (reason: string): string =>
    `The text was not added: ${reason}. The library is as it was before.`,

  restored: (name: string, problem: string, kept: string | null): string =>
    `${name} ${problem}. It was restored from its last good copy and the history of changes; nothing is lost.${keptAs(kept)}`,
  restoredFromHistory: (name: string, problem: string, kept: string | null): string =>
    `${name} ${problem}. It was restored from the history of changes; nothing is lost.${keptAs(kept)}`,
  restoredInPart: (name: string, problem: string, kept: string | null): string =>
    `${name} ${problem}, and there is no good copy of it. What the history of changes still holds was restored; older changes may be missing.${keptAs(kept)}`,
  placesLost: (name: string, problem: string, kept: string | null): string =>
    `${name} ${problem}. Some reading places start anew; texts and marks are safe.${keptAs(kept)}`,
  settingsLost: (name: string, problem: string, kept: string | null): string =>
    `${name} ${problem}. Its last good copy or the standard settings are used; the library is not touched.${keptAs(kept)}`,
  rebuilt: (title: string, problem: string, kept: string | null): string =>
    `The prepared text of “${title}” ${problem}. It was made again from the unchanged source.${keptAs(kept)}`,
  marksMoved: (title: string, count: number): string =>
    `“${title}” was prepared again and reads differently at ${count === 1 ? 'one mark' : `${count} marks`}. The marks are kept as they were; look whether they still stand at their passage.`,
  newer: (name: string): string =>
    `${name} was written by a newer version of Commonplace. The library is open for reading only and stays as it is; update the program to make changes.`,
  journalDamaged: (kept: string | null): string =>
    `The history of changes was damaged in places. All records that can be read were used.${keptAs(kept)}`,
  journalLost:
    'The history of changes is missing or ends too early. Texts, tags and marks are as in their own files; older edits cannot be undone any more.',
  entriesFound: (count: number): string =>
    `The list of texts was made again from the documents folder: ${count === 1 ? 'one text' : `${count} texts`} found.`,
  mergedOutside: (name: string, count: number): string =>
    `${name} was changed from outside. It was merged with what is here: ${count === 1 ? 'one change' : `${count} changes`} taken in, nothing lost.`,
  outsideDamaged: (name: string, problem: string, kept: string | null): string =>
    `${name} was changed from outside and ${problem}. What the program had is written again; nothing is lost.${keptAs(kept)}`,
  conflictMerged: (name: string, count: number): string =>
    `A sync program left the conflict copy ${name}. It was merged (${count === 1 ? 'one change' : `${count} changes`} taken in) and is kept in trash/conflicts.`,
  conflictDamaged: (name: string, problem: string): string =>
    `A sync program left the conflict copy ${name}, which ${problem}. It was not used and is kept in trash/conflicts.`,
  documentAppeared: (title: string): string =>
    `“${title}” came into the library folder from outside and is in the list now.`,
  documentFolderGone: (title: string): string =>
    `The folder of “${title}” was taken out of the library from outside. Its marks are kept; to read the text, put the folder back or import the text again.`,
  notForgotten:
    'The bin was emptied, but the files could not be written yet. The program goes on trying.',
  checkpointFailed: (reason: string): string =>
    `The library files could not be brought up to date: ${reason}. Your changes are safe in the history; the program goes on trying.`,

  problems: {
    missing: 'was missing',
    empty: 'was empty',
    zeros: 'was filled with zeros',
    notJson: 'was damaged (not JSON)',
    wrongKind: 'was damaged (another kind of file)',
    wrongSchema: 'was damaged (its contents do not fit)',
    outdated: 'was of an old version that cannot be read',
    unreadable: 'could not be read',
  },

  conflict: {
    invalid: 'The change is not well formed, so it was not made.',
    noDocument: 'The change is about a text that is not in the library, so it was not made.',
    documentFields: 'A text can only be renamed, removed or restored, so the change was not made.',
    exists: 'Something with this id is there already, so the change was not made.',
    gone: 'The mark or tag is not there any more, so the change was not made.',
    identity: 'A mark or tag cannot change its id or its text, so the change was not made.',
    span: 'The mark does not lie within the text, so it was not made.',
    quote: 'The quote is not what the text says at this place, so the mark was not made.',
    grapheme: 'The mark would cut a character in two, so it was not made.',
    noTag: 'The mark bears a tag that is not in the codebook, so the change was not made.',
    tagInUse: 'Marks still bear this tag, so it was not taken away.',
    noParent: 'The tag stands under a tag that is not in the codebook, so the change was not made.',
    cycle: 'A tag cannot stand under itself, so the change was not made.',
    tagName: (name: string): string => `There is a tag named “${name}” at this place already.`,
  },
} as const;

export type Problem = keyof typeof storeMessages.problems;

function keptAs(kept: string | null): string {
  return kept === null ? '' : ` The damaged file is kept as ${kept}.`;
}

import { join } from 'node:path';
import type { Notice, Result } from '../../core/contract.ts';
import type { Stamp } from '../../core/edit/patch.ts';
import { storeMessages } from '../../core/messages/en/store.ts';
import type { OpenCopy } from './backup/check-backup.ts';
import { deleteFolders } from './bin.ts';
import type { Rebuild } from './contents.ts';
import { clearUnfinished } from './document-folder.ts';
import { nodeFiles, systemCode, type StoreFiles } from './files.ts';
import { isJournal } from './journal-place.ts';
import { LibraryStore } from './library-store.ts';
import type { AppliedEdit, Library } from './library-types.ts';
import { takeLock, type Lock, type Program } from './lock.ts';
import { NoticeBoard } from './notice-board.ts';
import { openParts } from './open-parts.ts';
import { failed, ok, reasonOf } from './outcome.ts';
import { Outside } from './outside.ts';

export interface OpenOptions {
  readonly folder: string;
  /** False: no lock is taken and nothing is written, so it works while another process writes. True if left out. */
  readonly write?: boolean;
  /** Who holds the lock, for the message that another process shows. */
  readonly program: Program;
  readonly stamp: Stamp;
  /** The importer, for a document.json that is lost. */
  readonly rebuild: Rebuild;
  readonly files?: StoreFiles;
  /** Hears of what happens after opening, too. */
  readonly onNotice?: (notice: Notice) => void;
  /** Whether the first change of a day is preceded by a backup. False if left out. */
  readonly dailyBackup?: boolean;
  /** Names this computer's own history where several share the library through a sync program. */
  readonly installation?: string;
  /** Hears of changes that came from outside; given, the files are watched while the library is open. */
  readonly onChanged?: (edit: AppliedEdit) => void;
  /** Milliseconds between two looks at the files. */
  readonly watchEvery?: number;
  /** Milliseconds from a change to the write of its file; the change is safe in the journal before. */
  readonly checkpointDelay?: number;
  /** Bytes of the journal beyond which all but the newest half of that is dropped. */
  readonly journalLimit?: number;
}

const usualDelay = 400;
const usualWatch = 2000;
const usualLimit = 16 * 1024 * 1024;

/** Opens the library in a folder, or starts one there. */
export async function openLibrary(options: OpenOptions): Promise<Result<Library>> {
  const { folder, stamp, files = nodeFiles, write = true, installation } = options;
  const notices = new NoticeBoard(stamp, options.onNotice);
  let held: Held = { lock: null, crashed: false };
  try {
    if (write) {
      const taken = await lockFolder(files, folder, options.program, notices);
      if (!taken.ok) return taken;
      held = taken.value;
    }
    if (held.lock === null && !(await hasLibrary(files, folder))) {
      return failed('not-found', storeMessages.noLibrary(folder));
    }
    const migration: { met: boolean; before: () => void } = { met: false, before: () => undefined };
    const onMigration = (): void => {
      if (!migration.met) migration.before();
      migration.met = true;
    };
    const parts = await openParts({
      context: {
        files,
        folder,
        stamp,
        notices,
        onMigration,
        write: held.lock !== null,
        installation,
      },
      lock: held.lock,
      rebuild: options.rebuild,
      checkpointDelay: options.checkpointDelay ?? usualDelay,
      journalLimit: options.journalLimit ?? usualLimit,
    });
    if (held.lock !== null) {
      await clearUnfinished(files, folder);
      migration.before = () => parts.snapshots.before('migration');
      if (migration.met) migration.before();
      const written = await parts.checkpointer.flush();
      if (written) await deleteFolders(parts.context, parts.emptied).catch(reasonOf);
      if (options.dailyBackup === true) await parts.snapshots.startDaily();
      if (!notices.newer) parts.upkeep.start(held.crashed);
    }
    const openCopy: OpenCopy = (copy) =>
      openLibrary({ ...options, folder: copy, write: false, onNotice: () => undefined });
    const { onChanged } = options;
    const every = options.watchEvery ?? usualWatch;
    const outside = new Outside({ parts, every, onChanged: onChanged ?? (() => undefined) });
    if (held.lock !== null && onChanged !== undefined) outside.start();
    return ok(new LibraryStore(parts, outside, openCopy));
  } catch (error) {
    const message = storeMessages.cannotOpen(reasonOf(error));
    await held.lock?.release();
    return failed('unreadable-file', message);
  }
}

interface Held {
  readonly lock: Lock | null;
  readonly crashed: boolean;
}

/** The right to write; a folder that cannot be written is opened for reading, and the reader is told. */
async function lockFolder(
  files: StoreFiles,
  folder: string,
  program: Program,
  notices: NoticeBoard,
): Promise<Result<Held>> {
  try {
    await files.makeFolder(folder);
    const lock = await takeLock(files, folder, program);
    return lock.ok ? ok({ lock: lock.value, crashed: lock.value.crashed }) : lock;
  } catch (error) {
    if (!['EROFS', 'EACCES', 'EPERM', 'ENOSPC', 'EDQUOT'].includes(systemCode(error) ?? '')) {
      throw error;
    }
    notices.raise('warning', storeMessages.cannotWriteFolder(reasonOf(error)));
    return ok({ lock: null, crashed: false });
  }
}

async function hasLibrary(files: StoreFiles, folder: string): Promise<boolean> {
  const signs = new Set(['library.json', 'library.json.bak', 'documents']);
  for (const path of [folder, join(folder, 'history')]) {
    try {
      const names = await files.list(path);
      if (names.some((name) => signs.has(name) || isJournal(name))) return true;
    } catch (error) {
      reasonOf(error);
    }
  }
  return false;
}

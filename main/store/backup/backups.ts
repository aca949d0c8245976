import type { Backup, BackupPreview, Result } from '../../../core/contract.ts';
import { careMessages } from '../../../core/messages/en/care.ts';
import { storeMessages } from '../../../core/messages/en/store.ts';
import type { BackupReason } from '../../../core/model/backup-files.ts';
import type { LibraryBackups, BackupSource } from '../library-types.ts';
import type { Edited, Edits } from '../edits.ts';
import type { OpenParts } from '../open-parts.ts';
import { failed, ok, reasonOf, type Failed } from '../outcome.ts';
import { readBackup } from './backup-folder.ts';
import { stateOf } from './backup-state.ts';
import { checkBackup } from './check-backup.ts';
import type { OpenCopy } from './check-backup.ts';
import { previewOf, restoreSteps, withFolders, type RestoreTarget } from './restore-plan.ts';

export interface BackupsParts {
  readonly parts: OpenParts;
  readonly edits: Edits;
  readonly refusal: () => Failed | null;
  /** Opens a restored copy for reading; handed in, because it is the way the library itself is opened. */
  readonly openCopy: OpenCopy;
}

/** What one can do with the backups of an open library. */
export class Backups implements LibraryBackups {
  readonly #parts: BackupsParts;

  constructor(parts: BackupsParts) {
    this.#parts = parts;
    parts.parts.snapshots.listen((file) => this.check(file));
  }

  async list(): Promise<Result<readonly Backup[]>> {
    try {
      return ok(await this.#parts.parts.snapshots.folder.list());
    } catch (error) {
      return failed('unreadable-file', storeMessages.unreadable('backups', reasonOf(error)));
    }
  }

  /** Made from the library as it is now; one that was asked for by hand is checked before the answer. */
  async make(reason: BackupReason): Promise<Result<Backup>> {
    const refusal = this.#parts.refusal();
    if (refusal !== null) return refusal;
    const made = await this.#parts.parts.snapshots.takeNow(reason, this.#parts.parts.queue);
    if (!made.ok) return made;
    if (reason === 'hand') await this.check(made.value);
    const listed = await this.list();
    if (!listed.ok) return listed;
    const backup = listed.value.find(({ file }) => file === made.value);
    return backup === undefined
      ? failed('unreadable-file', careMessages.backupDamaged(made.value))
      : ok(backup);
  }

  async preview(source: BackupSource): Promise<Result<BackupPreview>> {
    const target = await this.#target(source);
    if (!target.ok) return target;
    const { parts, edits } = this.#parts;
    const planned = await edits.foresee((view) =>
      restoreSteps(view, parts, target.value, parts.context.stamp.now()),
    );
    return planned.ok ? ok(previewOf(planned.value)) : planned;
  }

  async restore(source: BackupSource): Promise<Edited> {
    const target = await this.#target(source);
    if (!target.ok) return target;
    const { parts, edits } = this.#parts;
    return edits.compose(
      'backup.restore',
      (view) => restoreSteps(view, parts, target.value, parts.context.stamp.now()),
      'all',
    );
  }

  /** Restores a backup to a temporary folder, opens it there, and compares; true where it is whole. */
  async check(file: string): Promise<boolean> {
    const { openCopy, parts } = this.#parts;
    const { snapshots } = parts;
    const { notices, stamp } = parts.context;
    try {
      const unpacked = await snapshots.folder.read(file);
      const whole = unpacked.ok && (await checkBackup(unpacked.value, openCopy));
      await snapshots.folder.saveCheck({ file, at: stamp.now(), whole });
      if (!whole) notices.raise('warning', careMessages.backupDamaged(file));
      return whole;
    } catch (error) {
      // It could not be checked, which says nothing of the backup: it stays unchecked.
      reasonOf(error);
      return false;
    }
  }

  async #target(source: BackupSource): Promise<Result<RestoreTarget>> {
    const { snapshots, context } = this.#parts.parts;
    const { files, folder } = context;
    const unpacked =
      'file' in source
        ? await snapshots.folder.read(source.file)
        : await readBackup(files, source.path);
    if (!unpacked.ok) return unpacked;
    const state = await stateOf(unpacked.value.files);
    if (state.newer) {
      const name = 'file' in source ? source.file : source.path;
      return failed('read-only', careMessages.backupUnreadable(name, careMessages.problems.newer));
    }
    return ok(await withFolders(files, folder, state));
  }
}

import { basename, dirname, join } from 'node:path';
import type { Backup, Result } from '../../../core/contract.ts';
import { careMessages } from '../../../core/messages/en/care.ts';
import {
  checksFile,
  type BackupChecks,
  type BackupManifest,
  type BackupReason,
} from '../../../core/model/backup-files.ts';
import { decodeFile, encodeFile } from '../envelope.ts';
import { writeFlushed, type StoreFiles } from '../files.ts';
import { readIfThere } from '../journal-file.ts';
import { failed, ok, reasonOf } from '../outcome.ts';
import { backupFileName, backupNames, parseBackupName, type BackupName } from './backup-name.ts';
import { outlived } from './retention.ts';
import { namesIn } from './small-files.ts';
import { unpackBackup, type Unpacked } from './unpack.ts';

interface Known {
  readonly bytes: number;
  readonly manifest: BackupManifest;
}

/** The folder `backups/` of a library: zips, and what came of checking them. */
export class BackupFolder {
  readonly #files: StoreFiles;
  readonly #folder: string;
  /** A backup never changes, so each is opened once. */
  readonly #known = new Map<string, Known>();

  constructor(files: StoreFiles, library: string) {
    this.#files = files;
    this.#folder = join(library, 'backups');
  }

  async names(): Promise<readonly BackupName[]> {
    return backupNames(await namesIn(this.#files, this.#folder));
  }

  /** Newest first; those that cannot be opened are left out. */
  async list(): Promise<readonly Backup[]> {
    const checks = await this.checks();
    const backups: Backup[] = [];
    for (const { file, at, reason } of await this.names()) {
      const known = this.#known.get(file) ?? (await this.#look(file));
      if (known === null) continue;
      const { documents, marks } = known.manifest;
      const checked = checks.find((check) => check.file === file && check.whole)?.at ?? null;
      backups.push({ file, at, reason, bytes: known.bytes, documents, marks, checked });
    }
    return backups;
  }

  /** Takes the name of a backup in this folder, nothing else. */
  async read(file: string): Promise<Result<Unpacked>> {
    if (parseBackupName(file) === null) return failed('not-found', careMessages.noBackup(file));
    return readBackup(this.#files, join(this.#folder, file));
  }

  /** In place whole or not at all. Throws the system's error. */
  async write(at: string, reason: BackupReason, zip: Uint8Array): Promise<string> {
    await this.#files.makeFolder(this.#folder);
    const taken = new Set(await this.#files.list(this.#folder));
    const file = backupFileName(at, reason, taken);
    await this.#replace(join(this.#folder, file), zip);
    return file;
  }

  /** Lets go of backups that have had their time. */
  async prune(now: string): Promise<void> {
    for (const { file } of outlived(await this.names(), now)) {
      await this.#files.remove(join(this.#folder, file));
      this.#known.delete(file);
    }
  }

  async checks(): Promise<BackupChecks['checks']> {
    const bytes = await readIfThere(this.#files, join(this.#folder, 'checked.json'));
    const decoded = bytes === null ? null : decodeFile(checksFile, bytes);
    // Derived: a list that cannot be read is made again by the next check.
    return decoded?.state === 'good' ? decoded.data.checks : [];
  }

  async saveCheck(check: BackupChecks['checks'][number]): Promise<void> {
    const there = new Set((await this.names()).map((name) => name.file));
    const others = (await this.checks()).filter((one) => one.file !== check.file);
    const checks = [...others.filter((one) => there.has(one.file)), check];
    const bytes = encodeFile(checksFile, { checks }, true);
    await this.#replace(join(this.#folder, 'checked.json'), bytes);
  }

  async #replace(path: string, bytes: Uint8Array): Promise<void> {
    await writeFlushed(this.#files, `${path}.tmp`, bytes);
    await this.#files.rename(`${path}.tmp`, path);
    await this.#files.syncFolder(dirname(path));
  }

  async #look(file: string): Promise<Known | null> {
    const path = join(this.#folder, file);
    const zip = await readIfThere(this.#files, path);
    const unpacked = zip === null ? null : await unpackBackup(zip);
    if (zip === null || unpacked === null || 'problem' in unpacked) return null;
    const known = { bytes: zip.length, manifest: unpacked.manifest };
    this.#known.set(file, known);
    return known;
  }
}

/** A backup from any place, each of its files compared with its sum. */
export async function readBackup(files: StoreFiles, path: string): Promise<Result<Unpacked>> {
  const file = basename(path);
  try {
    const zip = await readIfThere(files, path);
    if (zip === null) return failed('not-found', careMessages.noBackup(file));
    const unpacked = await unpackBackup(zip);
    if (!('problem' in unpacked)) return ok(unpacked);
    const reason = careMessages.problems[unpacked.problem];
    return failed('unreadable-file', careMessages.backupUnreadable(file, reason));
  } catch (error) {
    return failed('unreadable-file', careMessages.backupUnreadable(file, reasonOf(error)));
  }
}

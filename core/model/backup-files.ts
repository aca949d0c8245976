import { z } from 'zod';
import type { FileKind } from './library-files.ts';

export const backupReasons = ['day', 'migration', 'import', 'hand'] as const;
export type BackupReason = (typeof backupReasons)[number];

const manifestData = z
  .object({
    at: z.iso.datetime(),
    reason: z.enum(backupReasons),
    documents: z.int().min(0),
    /** Marks in all documents, those of documents in the bin included. */
    marks: z.int().min(0),
    files: z
      .array(z.object({ name: z.string(), bytes: z.int().min(0), sha256: z.string() }).readonly())
      .readonly(),
  })
  .readonly();
export type BackupManifest = z.infer<typeof manifestData>;

/** `manifest.json` in a backup: what else is in it. */
export const manifestFile: FileKind<BackupManifest> = {
  kind: 'backup',
  version: 1,
  schema: manifestData,
  migrations: {},
};

const checksData = z
  .object({
    checks: z
      .array(
        z
          .object({
            file: z.string(),
            at: z.iso.datetime(),
            /** Restored to a temporary folder, it opened and held what its manifest says. */
            whole: z.boolean(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();
export type BackupChecks = z.infer<typeof checksData>;

/** `backups/checked.json`: what came of really restoring the backups. */
export const checksFile: FileKind<BackupChecks> = {
  kind: 'backup-checks',
  version: 1,
  schema: checksData,
  migrations: {},
};

import { dirname, join } from 'node:path';
import type { z } from 'zod';
import type { Notice } from '../../core/contract.ts';
import type { Stamp } from '../../core/edit/patch.ts';
import { storeMessages } from '../../core/messages/en/store.ts';
import { settingsFile, type FileKind } from '../../core/model/library-files.ts';
import { defaultSettings, type Settings } from '../../core/model/settings.ts';
import { DataFile } from './data-file.ts';
import { isMissing, nodeFiles, systemCode, type StoreFiles } from './files.ts';
import { NoticeBoard } from './notice-board.ts';

/** One value in one file: for what belongs to this machine and not to the library. */
export interface SmallStore<T> {
  readonly read: () => T;
  /** Answers when it is on disk; throws the system's error where it cannot be. A file of a newer program is left alone. */
  readonly save: (value: T) => Promise<void>;
  readonly notices: () => readonly Notice[];
}

export interface SmallStoreOptions {
  readonly stamp: Stamp;
  readonly files?: StoreFiles;
}

/** Opens a small file; where it is not there or cannot be read, `fallback` is its value and the bad file is kept. */
export function openSmallStore<T>(
  path: string,
  kind: string,
  schema: z.ZodType<T>,
  fallback: T,
  options: SmallStoreOptions,
): Promise<SmallStore<T>> {
  return openKind(path, { kind, version: 1, schema, migrations: {} }, fallback, options);
}

export function openSettings(
  folder: string,
  options: SmallStoreOptions,
): Promise<SmallStore<Settings>> {
  return openKind(join(folder, 'settings.json'), settingsFile, defaultSettings, options);
}

async function openKind<T>(
  path: string,
  kind: FileKind<T>,
  fallback: T,
  { stamp, files = nodeFiles }: SmallStoreOptions,
): Promise<SmallStore<T>> {
  const notices = new NoticeBoard(stamp, undefined);
  const nullable: FileKind<T | null> = { ...kind, schema: kind.schema.nullable() };
  const common = { files, path, kind: nullable, now: stamp.now, indented: () => true };
  const file = await openEither(common);
  const { outcome } = file;
  if (outcome.state === 'restored' || outcome.state === 'lost') {
    const problem = storeMessages.problems[outcome.problem];
    notices.raise('info', storeMessages.settingsLost(kind.kind, problem, outcome.kept));
  }
  let value = file.data ?? fallback;
  // Writes follow one another, so that the last value saved is the one that stays.
  let writing: Promise<void> = Promise.resolve();
  return {
    read: () => value,
    save(next) {
      value = next;
      if (outcome.state === 'newer') return Promise.resolve();
      const write = async (): Promise<void> => {
        await files.makeFolder(dirname(path));
        await file.save(value);
      };
      const mine = writing.then(write);
      writing = mine.catch(() => undefined);
      return mine;
    },
    notices: () => notices.all(),
  };
}

type Common<T> = Omit<Parameters<typeof DataFile.open<T | null>>[0], 'write'>;

/** A file in a folder that cannot be written, or that fails to be read, must not keep the program from starting. */
async function openEither<T>(common: Common<T>): Promise<DataFile<T | null>> {
  try {
    return await DataFile.open<T | null>({ ...common, write: true }, null);
  } catch (error) {
    if (systemCode(error) === null) throw error;
    const unread: StoreFiles = {
      ...common.files,
      read: () => Promise.reject(Object.assign(new Error('unread'), { code: 'ENOENT' })),
    };
    if (isMissing(error)) throw error;
    return DataFile.open<T | null>({ ...common, files: unread, write: true }, null);
  }
}

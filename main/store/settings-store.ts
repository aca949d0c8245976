import { dirname, join } from 'node:path';
import type { z } from 'zod';
import type { Notice } from '../../core/contract.ts';
import type { Stamp } from '../../core/edit/patch.ts';
import { storeMessages } from '../../core/messages/en/store.ts';
import { settingsFile, type FileKind } from '../../core/model/library-files.ts';
import { defaultSettings } from '../../core/model/default-settings.ts';
import type { Settings } from '../../core/model/settings.ts';
import { DataFile } from './data-file.ts';
import { nodeFiles, systemCode, type StoreFiles } from './files.ts';
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
  const open = (): Promise<DataFile<T | null>> => DataFile.open({ ...common, write: true }, null);
  // What cannot be read now must not keep the program from starting; it is tried again before a write.
  let file = await open().catch(ifSystem);
  const outcome = file?.outcome ?? { state: 'absent' };
  if (outcome.state === 'restored' || outcome.state === 'lost') {
    const problem = storeMessages.problems[outcome.problem];
    notices.raise('info', storeMessages.settingsLost(kind.kind, problem, outcome.kept));
  }
  let value = file?.data ?? fallback;
  // Writes follow one another, so that the last value saved is the one that stays.
  let writing: Promise<void> = Promise.resolve();
  return {
    read: () => value,
    save(next) {
      value = next;
      const write = async (): Promise<void> => {
        await files.makeFolder(dirname(path));
        file ??= await open();
        if (file.outcome.state !== 'newer') await file.save(value);
      };
      const mine = writing.then(write);
      writing = mine.catch(() => undefined);
      return mine;
    },
    notices: () => notices.all(),
  };
}

function ifSystem(error: unknown): null {
  if (systemCode(error) === null) throw error;
  return null;
}

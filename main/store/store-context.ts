import type { Stamp } from '../../core/edit/patch.ts';
import type { FileKind } from '../../core/model/library-files.ts';
import { DataFile } from './data-file.ts';
import type { StoreFiles } from './files.ts';
import type { NoticeBoard } from './notice-board.ts';

/** What all parts of one open library share. */
export interface StoreContext {
  readonly files: StoreFiles;
  readonly folder: string;
  readonly write: boolean;
  readonly stamp: Stamp;
  readonly notices: NoticeBoard;
  /** Hears of a file of an older version, before it is written again. */
  readonly onMigration?: (() => void) | undefined;
  /** Whose history the numbers in the files count in; one for each computer that shares the library. */
  readonly installation?: string | undefined;
}

/** Whether a file's number counts in our own history; files from before there were others do. */
export function isOwn(
  context: StoreContext,
  data: { readonly journal?: string | undefined },
): boolean {
  return data.journal === undefined || data.journal === context.installation;
}

/** What each shared file says of its writer. */
export function writerOf({ installation }: StoreContext): { readonly journal?: string } {
  return installation === undefined ? {} : { journal: installation };
}

/** Opens a JSON file of the library; indented as long as that keeps it readable and quick. */
export async function openDataFile<T>(
  context: StoreContext,
  path: string,
  kind: FileKind<T>,
  empty: T,
  indented: (data: T) => boolean = () => true,
  shared = false,
): Promise<DataFile<T>> {
  const { files, write, stamp } = context;
  const options = { files, path, kind, write, now: stamp.now, indented, shared };
  const file = await DataFile.open(options, empty);
  if (file.outcome.state === 'migrated') context.onMigration?.();
  return file;
}

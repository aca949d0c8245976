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
}

/** Opens a JSON file of the library; indented as long as that keeps it readable and quick. */
export function openDataFile<T>(
  context: StoreContext,
  path: string,
  kind: FileKind<T>,
  empty: T,
  indented: (data: T) => boolean = () => true,
): Promise<DataFile<T>> {
  const { files, write, stamp } = context;
  return DataFile.open({ files, path, kind, write, now: stamp.now, indented }, empty);
}

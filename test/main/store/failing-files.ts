import { nodeFiles, type StoreFiles, type StoreHandle } from '../../../main/store/files.ts';

/** Says for each operation, by name and path, which system error it ends in; null lets it through. */
export type Fault = (operation: string, path: string) => string | null;

/** The real files with failures where `fault` wants them. A failing write leaves half of its bytes behind. */
export function failingFiles(fault: Fault): StoreFiles {
  const check = (operation: string, path: string): void => {
    const code = fault(operation, path);
    if (code !== null) throw Object.assign(new Error(`${operation}: ${code}`), { code });
  };
  const guarded =
    <A extends readonly [string, ...unknown[]], R>(
      name: string,
      call: (...args: A) => Promise<R>,
    ) =>
    async (...args: A): Promise<R> => {
      check(name, args[0]);
      return call(...args);
    };
  const { read, rename, link, copy, remove, makeFolder, stat, list, syncFolder } = nodeFiles;
  return {
    read: guarded('read', read),
    rename: guarded('rename', rename),
    link: guarded('link', link),
    copy: guarded('copy', copy),
    remove: guarded('remove', remove),
    makeFolder: guarded('makeFolder', makeFolder),
    stat: guarded('stat', stat),
    list: guarded('list', list),
    syncFolder: guarded('syncFolder', syncFolder),
    async open(path, mode) {
      check(`open ${mode}`, path);
      return failingHandle(await nodeFiles.open(path, mode), path, check);
    },
  };
}

function failingHandle(
  handle: StoreHandle,
  path: string,
  check: (operation: string, path: string) => void,
): StoreHandle {
  return {
    size: () => handle.size(),
    linked: () => handle.linked(),
    read: (position, length) => handle.read(position, length),
    async write(bytes, position) {
      try {
        check('write', path);
      } catch (error) {
        await handle.write(bytes.subarray(0, bytes.length / 2), position);
        throw error;
      }
      await handle.write(bytes, position);
    },
    async sync() {
      check('sync', path);
      await handle.sync();
    },
    async truncate(length) {
      check('truncate', path);
      await handle.truncate(length);
    },
    close: () => handle.close(),
  };
}

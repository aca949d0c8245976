import { nodeFiles, type StoreFiles } from '../../main/store/files.ts';

/** The real files, counting how often something is flushed to the device. */
export function countingFiles(): { readonly files: StoreFiles; readonly flushes: () => number } {
  let count = 0;
  const files: StoreFiles = {
    ...nodeFiles,
    async open(path, mode) {
      const handle = await nodeFiles.open(path, mode);
      return {
        ...handle,
        async sync() {
          count += 1;
          await handle.sync();
        },
      };
    },
    async syncFolder(folder) {
      count += 1;
      await nodeFiles.syncFolder(folder);
    },
  };
  return { files, flushes: () => count };
}

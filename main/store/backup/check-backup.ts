import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Result } from '../../../core/contract.ts';
import type { Library } from '../library-types.ts';
import type { Unpacked } from './unpack.ts';

export type OpenCopy = (
  folder: string,
) => Promise<Result<Pick<Library, 'documents' | 'annotations' | 'close'>>>;

/** Really restores a backup beside the library and counts what is there. */
export async function checkBackup(
  { manifest, files }: Unpacked,
  openCopy: OpenCopy,
): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'commonplace-backup-'));
  try {
    for (const { name, bytes } of files) {
      const path = join(folder, ...name.split('/'));
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytes);
    }
    const opened = await openCopy(folder);
    if (!opened.ok) return false;
    const library = opened.value;
    try {
      let marks = 0;
      for (const { id } of library.documents()) {
        const found = await library.annotations(id);
        if (!found.ok) return false;
        marks += found.value.length;
      }
      return library.documents().length === manifest.documents && marks === manifest.marks;
    } finally {
      await library.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

import { readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';

/** A small file about this person at this machine: worth remembering, not worth a failure. */
export interface UserFile<T> {
  readonly read: () => T;
  readonly save: (value: T) => Promise<void>;
}

/** Reads once; where the file is missing or says something else than `schema`, `otherwise` stands. */
export function openUserFile<T>(
  file: string,
  schema: z.ZodType<T>,
  otherwise: T,
  log: (message: string, error: unknown) => void,
): UserFile<T> {
  let value = readNow(file, schema, log) ?? otherwise;
  let writing = Promise.resolve();
  const write = async (text: string) => {
    try {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(`${file}.tmp`, text, { flush: true });
      await rename(`${file}.tmp`, file);
    } catch (error) {
      log(`could not write ${path.basename(file)}`, error);
    }
  };
  return {
    read: () => value,
    save: (next) => {
      value = next;
      const text = `${JSON.stringify(next, null, 2)}\n`;
      writing = writing.then(() => write(text));
      return writing;
    },
  };
}

function readNow<T>(
  file: string,
  schema: z.ZodType<T>,
  log: (message: string, error: unknown) => void,
): T | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!missing) log(`could not read ${path.basename(file)}, so it starts anew`, error);
    return null;
  }
}

import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSourceFile } from '../../../main/importers/read-file.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-file-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const codeOf = async (path: string, most?: number): Promise<string> => {
  const result = await readSourceFile(path, most);
  return result.ok ? 'ok' : result.error.code;
};
const posix = process.platform !== 'win32';

describe('reading a file', () => {
  it('gives its name and bytes', async () => {
    const path = join(folder, 'ä b.txt');
    await writeFile(path, 'text');
    expect(await readSourceFile(path)).toEqual({
      ok: true,
      value: { name: 'ä b.txt', bytes: new TextEncoder().encode('text') },
    });
  });

  it('reads an empty file as empty', async () => {
    const path = join(folder, 'empty.txt');
    await writeFile(path, '');
    expect(await readSourceFile(path)).toMatchObject({ ok: true });
  });

  it('refuses what is larger than the limit, and takes what is just as large', async () => {
    const path = join(folder, 'large.txt');
    await writeFile(path, 'x'.repeat(100));
    expect(await codeOf(path, 99)).toBe('file-too-large');
    expect(await codeOf(path, 100)).toBe('ok');
  });

  it('tells a file that is gone, and a folder', async () => {
    expect(await codeOf(join(folder, 'gone.txt'))).toBe('file-vanished');
    await mkdir(join(folder, 'sub'));
    expect(await codeOf(join(folder, 'sub'))).toBe('unreadable-file');
    expect(await codeOf(join(folder, 'large.txt', 'below'))).toBe('file-vanished');
  });

  it.runIf(posix)('refuses pipes and devices without waiting on them', async () => {
    const pipe = join(folder, 'pipe.txt');
    execFileSync('mkfifo', [pipe]);
    expect(await codeOf(pipe)).toBe('unreadable-file');
    expect(await codeOf('/dev/zero')).toBe('unreadable-file');
  });

  it.runIf(posix)('tells a file that may not be read', async () => {
    const path = join(folder, 'secret.txt');
    await writeFile(path, 'text');
    await chmod(path, 0);
    // The superuser may read everything, so it becomes somebody else for a moment.
    const superuser = process.getuid?.() === 0;
    if (superuser) process.seteuid?.(65_534);
    const code = await codeOf(path);
    if (superuser) process.seteuid?.(0);
    expect(code).toBe('unreadable-file');
  });
});

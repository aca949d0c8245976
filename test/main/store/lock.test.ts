import { readdir, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFiles } from '../../../main/store/files.ts';
import { openLibrary } from '../../../main/store/library.ts';
import { isHeld, takeLock, type Holder } from '../../../main/store/lock.ts';
import { open, openOptions, value, withFolder } from './workshop.ts';

const now = (): string => new Date().toISOString();

async function ownLock(folder: string): Promise<Holder> {
  return JSON.parse(await readFile(join(folder, 'library.lock'), 'utf8')) as Holder;
}

describe('the lock', () => {
  it('lets one write and others read, and says who holds it', () =>
    withFolder(async (folder) => {
      const first = await open(folder, { program: 'app' });
      expect(await ownLock(folder)).toMatchObject({ pid: process.pid, program: 'app' });
      const second = await openLibrary(openOptions(folder));
      expect(second).toMatchObject({ error: { code: 'library-busy' } });
      expect(second.ok ? '' : second.error.message).toContain('the Commonplace window');
      const before = (await readdir(folder)).sort();
      const reader = await open(folder, { write: false });
      expect(reader.writable).toBe(false);
      await reader.close();
      expect((await readdir(folder)).sort()).toEqual(before);
      await first.close();
      expect(await readdir(folder)).not.toContain('library.lock');
      await (await open(folder)).close();
    }));

  it('is taken over where its process is gone, another now, or it is damaged', () =>
    withFolder(async (folder) => {
      const first = await open(folder);
      const mine = await ownLock(folder);
      await first.close();
      const stale = [
        JSON.stringify({ ...mine, pid: 4_194_300, started: '1' }),
        JSON.stringify({ ...mine, started: '1' }),
        JSON.stringify({ ...mine, created: '2001-01-01T00:00:00.000Z' }),
        '\0\0\0\0',
        '',
      ];
      for (const text of stale) {
        await writeFile(join(folder, 'library.lock'), text);
        const library = await open(folder);
        expect(library.writable).toBe(true);
        await library.close();
        expect(await readdir(folder)).not.toContain('library.lock');
      }
    }));

  it('of another machine counts as held', async () => {
    const holder = { pid: 1, started: null, host: `not-${hostname()}`, created: now() };
    expect(await isHeld({ ...holder, program: 'app' })).toBe(true);
  });

  it('goes to one of many that take over a stale one at once', () =>
    withFolder(async (folder) => {
      const stale = {
        pid: 4_194_300,
        started: '1',
        host: hostname(),
        program: 'cli',
        created: now(),
      };
      await writeFile(join(folder, 'library.lock'), JSON.stringify(stale));
      const results = [await takeLock(nodeFiles, folder, 'cli')];
      results.push(await takeLock(nodeFiles, folder, 'app'));
      expect(results.map((result) => result.ok)).toEqual([true, false]);
      const first = results[0];
      if (first !== undefined) await value(first).release();
      expect(await readdir(folder)).toEqual([]);
    }));

  it('is not freed by a process that does not hold it any more', () =>
    withFolder(async (folder) => {
      const library = await open(folder);
      await writeFile(join(folder, 'library.lock'), 'of somebody else');
      await library.close();
      expect(await readFile(join(folder, 'library.lock'), 'utf8')).toBe('of somebody else');
    }));
});

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { FileKind } from '../../../core/model/library-files.ts';
import { migrate } from '../../../core/model/migrations.ts';
import { DataFile } from '../../../main/store/data-file.ts';
import { nodeFiles, type StoreFiles } from '../../../main/store/files.ts';
import { failingFiles } from './failing-files.ts';
import { withFolder } from './workshop.ts';

const kind: FileKind<{ n: number }> = {
  kind: 'number',
  version: 3,
  schema: z.object({ n: z.int() }),
  migrations: {
    1: (data) => ({ number: (data as { value: number }).value }),
    2: (data) => ({ n: (data as { number: number }).number }),
  },
};

function openNumber(path: string, files: StoreFiles = nodeFiles, write = true) {
  const now = () => '2026-01-02T03:04:05.678Z';
  return DataFile.open({ files, path, kind, write, now, indented: () => true }, { n: 0 });
}

describe('a file of the library', () => {
  it('is brought up by one step after the other, and a missing step is damage', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'n.json');
      await writeFile(path, '{"kind":"number","version":1,"data":{"value":5}}');
      const file = await openNumber(path);
      expect([file.data, file.outcome.state]).toEqual([{ n: 5 }, 'migrated']);
      await file.save(file.data);
      expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
        version: 3,
        data: { n: 5 },
      });
      expect(migrate(kind.migrations, {}, 0, 3)).toBeNull();
      await writeFile(path, '{"kind":"number","version":0,"data":{}}');
      expect((await openNumber(path)).outcome).toEqual({
        state: 'restored',
        problem: 'outdated',
        kept: 'n.json.damaged-20260102T030405Z',
      });
    }));

  it('never moves two damaged files to one name', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'n.json');
      for (const text of ['a', 'b']) {
        await writeFile(path, text);
        await openNumber(path);
      }
      expect((await readdir(folder)).sort()).toEqual([
        'n.json.damaged-20260102T030405Z',
        'n.json.damaged-20260102T030405Z-2',
      ]);
    }));

  it('is good after a write that fails at any point', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'n.json');
      let point = 0;
      let failAt = Infinity;
      const names: string[] = [];
      const files = failingFiles((operation, at) => {
        if (failAt === Infinity || at === '') return null;
        names[point] = operation;
        return point++ === failAt ? 'ENOSPC' : null;
      });
      const file = await openNumber(path, files);
      await file.save({ n: 1 });
      await file.save({ n: 2 });
      let good = 2;
      for (failAt = 0; ; failAt++) {
        point = 0;
        const saved = await file.save({ n: good + 1 }).then(
          () => true,
          () => false,
        );
        const seen = (await openNumber(path, nodeFiles, false)).data.n;
        expect([good, good + 1]).toContain(seen);
        good = seen;
        if (saved) break;
      }
      expect(good).toBeGreaterThan(2);
      expect(new Set(names)).toEqual(
        new Set(['open replace', 'write', 'sync', 'remove', 'link', 'rename', 'syncFolder']),
      );
      const data = async (name: string) =>
        (JSON.parse(await readFile(join(folder, name), 'utf8')) as { data: { n: number } }).data;
      expect((await data('n.json')).n).toBe(good);
    }));

  it('does without hard links', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'n.json');
      const files = failingFiles((operation) => (operation === 'link' ? 'EPERM' : null));
      const file = await openNumber(path, files);
      await file.save({ n: 1 });
      await file.save({ n: 2 });
      await writeFile(path, '');
      expect((await openNumber(path)).data).toEqual({ n: 1 });
    }));
});

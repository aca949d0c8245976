import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addMark } from '../../../core/edit/marks.ts';
import { nodeFiles } from '../../../main/store/files.ts';
import { openLibrary } from '../../../main/store/library.ts';
import { failingFiles, type Fault } from './failing-files.ts';
import {
  copyAsCrashed,
  countingStamp,
  mark,
  open,
  openOptions,
  sampleDocument,
  snapshot,
  value,
  withFolder,
} from './workshop.ts';

/** A library whose disk fails as `disk.fault` says at the moment. */
async function openFailing(folder: string) {
  const disk: { fault: Fault } = { fault: () => null };
  const stamp = countingStamp();
  const files = failingFiles((operation, path) => disk.fault(operation, path));
  const library = await open(folder, { stamp, files });
  const { id } = value(await library.add(sampleDocument('Ants'))).entry;
  const { text } = value(await library.content(id));
  return { disk, stamp, library, id, text };
}

const isJournal = (path: string): boolean => path.endsWith('journal.ndjson');

describe('a disk that fails', () => {
  const operations = [['write'], ['sync'], ['write', 'truncate'], ['sync', 'truncate']];
  const codes = ['ENOSPC', 'EROFS', 'EIO'];
  const cases = operations.flatMap((failing) => codes.map((code) => ({ failing, code })));

  it.each(cases)(
    '$failing with $code: not saved, nothing changed, later saved',
    ({ failing, code }) =>
      withFolder(async (folder) => {
        const { disk, stamp, library, id, text } = await openFailing(join(folder, 'a'));
        const journal = join(folder, 'a', 'history', 'journal.ndjson');
        value(await library.apply(addMark(mark(id, text, 0, 4, stamp), stamp)));
        const before = await snapshot(library);
        const bytes = await readFile(journal);
        disk.fault = (operation, path) =>
          isJournal(path) && failing.includes(operation) ? code : null;
        const second = addMark(mark(id, text, 6, 15, stamp, { note: 'long '.repeat(50) }), stamp);
        expect(await library.apply(second)).toMatchObject({ error: { code: 'not-saved' } });
        expect(await library.undo()).toMatchObject({ error: { code: 'not-saved' } });
        expect(await snapshot(library)).toEqual(before);
        if (!failing.includes('truncate')) expect(await readFile(journal)).toEqual(bytes);
        await copyAsCrashed(join(folder, 'a'), join(folder, 'b'));

        disk.fault = () => null;
        value(await library.apply(addMark(mark(id, text, 0, 4, stamp), stamp)));
        const after = await snapshot(library);
        await copyAsCrashed(join(folder, 'a'), join(folder, 'c'));
        await library.close();
        const crashed = await open(join(folder, 'c'));
        expect(await snapshot(crashed)).toEqual(after);
        expect(crashed.notices()).toEqual([]);
        await crashed.close();
        // A change that was refused may be there after a crash in the same moment, whole or not at all.
        const torn = await open(join(folder, 'b'));
        expect(value(await torn.annotations(id)).length).toBeLessThanOrEqual(2);
        expect(torn.notices()).toEqual([]);
        await torn.close();
      }),
  );

  it('checkpoints that cannot be written are said once and tried again', () =>
    withFolder(async (folder) => {
      const { disk, stamp, library, id, text } = await openFailing(folder);
      disk.fault = (operation, path) =>
        operation === 'rename' && path.endsWith('.json.tmp') ? 'ENOSPC' : null;
      value(await library.apply(addMark(mark(id, text, 0, 4, stamp), stamp)));
      await library.savePlace(id, { offset: 1, progress: 0, opened: stamp.now() });
      await library.savePlace(id, { offset: 2, progress: 0, opened: stamp.now() });
      expect(library.notices().map((notice) => notice.message)).toEqual([
        expect.stringContaining('the disk is full'),
      ]);
      disk.fault = () => null;
      await library.close();
      const file = join(folder, 'documents', id, 'annotations.json');
      expect((await readFile(file)).toString()).toContain('"start": 0');
    }));

  it('a document that cannot be written whole leaves no trace', () =>
    withFolder(async (folder) => {
      const { disk, library } = await openFailing(folder);
      const before = await snapshot(library);
      const names = await readdir(join(folder, 'documents'));
      const points: Fault[] = [
        (operation, path) =>
          operation === 'makeFolder' && path.includes('.new') ? 'EACCES' : null,
        (operation, path) => (operation === 'write' && path.includes('source') ? 'ENOSPC' : null),
        (operation, path) =>
          operation === 'sync' && path.includes('document.json') ? 'EIO' : null,
        (operation, path) => (operation === 'rename' && path.includes('.new') ? 'EIO' : null),
        (operation, path) => (operation === 'write' && isJournal(path) ? 'ENOSPC' : null),
      ];
      for (const fault of points) {
        disk.fault = fault;
        const result = await library.add(sampleDocument('Bees'));
        expect(result).toMatchObject({ error: { code: 'not-saved' } });
        disk.fault = () => null;
        expect(await snapshot(library)).toEqual(before);
        expect(await readdir(join(folder, 'documents'))).toEqual(names);
      }
      value(await library.add(sampleDocument('Bees')));
      await library.close();
    }));

  it('too many open files while reading marks is an error, not damage', () =>
    withFolder(async (folder) => {
      const first = await openFailing(folder);
      const { id, stamp } = first;
      const made = mark(id, first.text, 0, 4, stamp);
      value(await first.library.apply(addMark(made, stamp)));
      await first.library.close();
      let full = true;
      const files = failingFiles((operation, path) =>
        full && operation === 'read' && path.endsWith('annotations.json') ? 'EMFILE' : null,
      );
      const library = await open(folder, { files });
      expect(await library.annotations(id)).toMatchObject({ error: { code: 'unreadable-file' } });
      expect((await library.apply(addMark(mark(id, first.text, 0, 4, stamp), stamp))).ok).toBe(
        false,
      );
      full = false;
      expect(value(await library.annotations(id))).toEqual([made]);
      await library.close();
    }));

  it('a library folder that is deleted is noticed; nothing is said to be saved', () =>
    withFolder(async (folder) => {
      const { library, stamp, id, text } = await openFailing(join(folder, 'a'));
      await rename(join(folder, 'a'), join(folder, 'b'));
      await rm(join(folder, 'b'), { recursive: true });
      const apply = () => library.apply(addMark(mark(id, text, 0, 4, stamp), stamp));
      expect(await apply()).toMatchObject({ error: { code: 'not-saved' } });
      expect(await apply()).toMatchObject({ error: { code: 'not-saved' } });
      await library.close();
    }));

  it('a folder that cannot be written opens for reading; one that cannot be made is an error', () =>
    withFolder(async (folder) => {
      const { library, id } = await openFailing(folder);
      await library.close();
      const files = failingFiles((operation) =>
        ['open replace', 'rename', 'link'].includes(operation) ? 'EROFS' : null,
      );
      const reading = await open(folder, { files });
      expect(reading.writable).toBe(false);
      expect(reading.notices()).toHaveLength(1);
      value(await reading.annotations(id));
      expect(await reading.undo()).toMatchObject({ error: { code: 'read-only' } });
      await reading.close();
      await mkdir(join(folder, 'file'));
      const nowhere = await openLibrary(openOptions(join(folder, 'file'), { write: false }));
      expect(nowhere).toMatchObject({ error: { code: 'not-found' } });
      expect(nodeFiles).toBeDefined();
    }));
});

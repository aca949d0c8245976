import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { addMark } from '../../../core/edit/marks.ts';
import { storeMessages } from '../../../core/messages/en/store.ts';
import { nodeFiles, type StoreFiles } from '../../../main/store/files.ts';
import { failingFiles } from './failing-files.ts';
import {
  copyAsCrashed,
  countingStamp,
  mark,
  open,
  sampleDocument,
  snapshot,
  value,
  withFolder,
} from './workshop.ts';

// What the reader hears when a disk does not do its part, and that the same change goes through afterwards.

it.each(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EMFILE', 'EIO'])(
  '%s: not saved, with the reason in words; saved when the disk works again',
  (code) =>
    withFolder(async (folder) => {
      const disk = { broken: false };
      // Whatever the store tries to change fails, wherever it is.
      const files = failingFiles((operation) => {
        const changes = operation !== 'read' && operation !== 'list' && operation !== 'open read';
        return disk.broken && changes ? code : null;
      });
      const stamp = countingStamp();
      const library = await open(folder, { stamp, files });
      const { id } = value(await library.add(sampleDocument('Ants'))).entry;
      const { text } = value(await library.content(id));
      value(await library.annotations(id));
      const before = await snapshot(library);
      disk.broken = true;
      const patch = addMark(mark(id, text, 0, 4, stamp), stamp);
      for (let attempt = 0; attempt < 3; attempt++) {
        const answer = await library.apply(patch);
        expect(answer).toMatchObject({ ok: false, error: { code: 'not-saved' } });
        expect(answer.ok ? '' : answer.error.message).toContain(storeMessages.reason(code));
      }
      const refused = await library.add(sampleDocument('Bees'));
      expect(refused).toMatchObject({ ok: false, error: { code: 'not-saved' } });
      expect(await snapshot(library)).toEqual(before);
      disk.broken = false;
      value(await library.apply(patch));
      value(await library.add(sampleDocument('Bees')));
      const after = await snapshot(library);
      await library.close();
      const again = await open(folder);
      expect(await snapshot(again)).toEqual(after);
      expect(again.notices()).toEqual([]);
      await again.close();
    }),
);

it('on a slow disk, a change is saved when it is flushed and not before; what follows keeps its order', () =>
  withFolder(async (folder) => {
    const disk = { flushes: 0, delay: 0 };
    const files: StoreFiles = {
      ...nodeFiles,
      async open(path, mode) {
        const handle = await nodeFiles.open(path, mode);
        const sync = async (): Promise<void> => {
          await sleep(disk.delay);
          await handle.sync();
          if (path.endsWith('.ndjson')) disk.flushes += 1;
        };
        return { ...handle, sync };
      },
    };
    const stamp = countingStamp();
    const library = await open(`${folder}/a`, { stamp, files });
    const { id } = value(await library.add(sampleDocument('Ants'))).entry;
    const { text } = value(await library.content(id));
    disk.delay = 150;
    disk.flushes = 0;
    const made = [0, 6, 17, 2].map((start) => mark(id, text, start, start + 3, stamp));
    const order: string[] = [];
    const edits = made.map(async (one, index) => {
      // The later ones come while the first is being written.
      await sleep(index * 20);
      value(await library.apply(addMark(one, stamp)));
      order.push(one.id);
    });
    await sleep(80);
    expect(value(await library.annotations(id))).toEqual([]);
    await Promise.all(edits);
    expect(order).toEqual(made.map((one) => one.id));
    expect(disk.flushes).toBe(2);
    await copyAsCrashed(`${folder}/a`, `${folder}/b`);
    const crashed = await open(`${folder}/b`);
    expect(value(await crashed.annotations(id))).toHaveLength(4);
    await crashed.close();
    await library.close();
  }));

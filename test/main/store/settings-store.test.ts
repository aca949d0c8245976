import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defaultSettings } from '../../../core/model/default-settings.ts';
import { openSettings, openSmallStore } from '../../../main/store/settings-store.ts';
import { failingFiles } from './failing-files.ts';
import { countingStamp, withFolder } from './workshop.ts';

const stamp = countingStamp();

describe('settings', () => {
  it('are the standard ones until saved, and stay', () =>
    withFolder(async (folder) => {
      const store = await openSettings(join(folder, 'new'), { stamp });
      expect(store.read()).toEqual(defaultSettings);
      await Promise.all([
        store.save({ ...defaultSettings, fontSize: 20 }),
        store.save({ ...defaultSettings, fontSize: 22 }),
      ]);
      expect((await openSettings(join(folder, 'new'), { stamp })).read().fontSize).toBe(22);
    }));

  it('that are broken fall back, are kept aside, and can be saved again', () =>
    withFolder(async (folder) => {
      await writeFile(join(folder, 'settings.json'), '{"kind":"settings","version":1,"data":{}}');
      const store = await openSettings(folder, { stamp });
      expect(store.read()).toEqual(defaultSettings);
      expect(store.notices()).toHaveLength(1);
      await store.save({ ...defaultSettings, theme: 'dark' });
      expect((await openSettings(folder, { stamp })).read().theme).toBe('dark');
      expect((await readdir(folder)).filter((name) => name.includes('damaged'))).toHaveLength(1);
    }));

  it('of before there were keymaps get the standard keys, and keys of unknown commands are kept', () =>
    withFolder(async (folder) => {
      const { keymap, shortcuts, snapToWord, ...before } = defaultSettings;
      const write = (data: object) =>
        writeFile(
          join(folder, 'settings.json'),
          JSON.stringify({ kind: 'settings', version: 1, data }),
        );
      await write(before);
      expect((await openSettings(folder, { stamp })).read()).toEqual(defaultSettings);
      const later = { 'from.later': 'CmdOrCtrl+J' };
      await write({ ...before, keymap, snapToWord, shortcuts: { ...shortcuts, ...later } });
      const store = await openSettings(folder, { stamp });
      expect(store.notices()).toEqual([]);
      expect(store.read().shortcuts).toEqual(later);
    }));

  it('of a newer program are left alone', () =>
    withFolder(async (folder) => {
      const text = JSON.stringify({ kind: 'settings', version: 9, data: defaultSettings });
      await writeFile(join(folder, 'settings.json'), text);
      const store = await openSettings(folder, { stamp });
      await store.save({ ...defaultSettings, theme: 'dark' });
      expect(store.read().theme).toBe('dark');
      expect(await readFile(join(folder, 'settings.json'), 'utf8')).toBe(text);
    }));

  it('a small store works the same, and a disk that fails does not stop the start', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'window.json');
      const schema = z.object({ width: z.int() });
      const open = (files = failingFiles(() => null)) =>
        openSmallStore<{ width: number } | null>(path, 'window', schema.nullable(), null, {
          stamp,
          files,
        });
      await (await open()).save({ width: 5 });
      expect((await open()).read()).toEqual({ width: 5 });
      let broken = true;
      const files = failingFiles((operation) => (broken && operation === 'read' ? 'EIO' : null));
      const store = await open(files);
      expect(store.read()).toBeNull();
      await expect(store.save({ width: 6 })).rejects.toThrow('EIO');
      broken = false;
      await store.save({ width: 7 });
      expect((await open()).read()).toEqual({ width: 7 });
    }));
});

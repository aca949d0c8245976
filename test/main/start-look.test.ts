import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../core/model/default-settings.ts';
import { readStartLook } from '../../main/start-look.ts';
import { openSettings, openSmallStore } from '../../main/store/settings-store.ts';
import { windowStateSchema } from '../../main/window-state.ts';
import { makeFolder, removeFolder } from '../support/folders.ts';

const stamp = { id: () => 'id', now: () => '2026-11-22T10:00:00.000Z' };
let folder = '';
beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(async () => {
  await removeFolder(folder);
});

const openState = () =>
  openSmallStore(path.join(folder, 'window.json'), 'window', windowStateSchema.nullable(), null, {
    stamp,
  });
const keys = { keymap: defaultSettings.keymap, shortcuts: defaultSettings.shortcuts };
const nothing = { theme: defaultSettings.theme, keys, left: null };

describe('what the window knows before the stores are loaded', () => {
  it('is what the stores have saved', async () => {
    const left = { x: -20, y: 30, width: 900, height: 650, maximized: true };
    const chosen = { keymap: 'vim', shortcuts: { 'mark.tag': 'X', 'mark.note': null } } as const;
    await (
      await openSettings(folder, { stamp })
    ).save({ ...defaultSettings, ...chosen, theme: 'sepia' });
    await (await openState()).save(left);
    expect(readStartLook(folder)).toEqual({ theme: 'sepia', keys: chosen, left });
  });

  it('is the usual where nothing was saved yet', () => {
    expect(readStartLook(path.join(folder, 'gone'))).toEqual(nothing);
  });

  it.each([
    ['no JSON', '{"kind":'],
    ['no object', '[]'],
    ['no data', '{"kind":"window","version":1}'],
    [
      'other data',
      '{"data":{"theme":"pink","keymap":"emacs","shortcuts":{"mark.tag":7},"x":1.5,"y":0,"width":10,"height":10}}',
    ],
    ['no size', '{"data":{"theme":7,"x":1,"y":0,"width":0,"height":-1}}'],
    ['nothing', '{"data":null}'],
  ])('is the usual where a file holds %s', async (_, text) => {
    await writeFile(path.join(folder, 'settings.json'), text);
    await writeFile(path.join(folder, 'window.json'), text);
    expect(readStartLook(folder)).toEqual(nothing);
  });

  it('is the usual where a file cannot be read', async () => {
    await mkdir(path.join(folder, 'settings.json'));
    await mkdir(path.join(folder, 'window.json'));
    expect(readStartLook(folder)).toEqual(nothing);
  });
});

import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, removeFolder } from '../support/folders.ts';
import {
  packageApp,
  packagedExecutable,
  startPackagedApp,
  type PackagedApp,
} from './packaged-app.ts';

// The bytes that stand for them in the executable.
const off = '0'.charCodeAt(0);
const on = '1'.charCodeAt(0);

describe.runIf(process.platform === 'linux')('the packaged app', () => {
  let library: string;
  let userData: string;
  let running: PackagedApp | undefined;
  let fuses: Awaited<ReturnType<typeof getCurrentFuseWire>> | undefined;

  beforeAll(async () => {
    [library, userData] = await Promise.all([makeFolder(), makeFolder()]);
    await packageApp();
    fuses = await getCurrentFuseWire(packagedExecutable);
    running = await startPackagedApp(library, userData);
  }, 180_000);

  afterAll(async () => {
    await running?.close();
    await Promise.all([removeFolder(library), removeFolder(userData)]);
  });

  it('opens its window with a document to read', async () => {
    const page = running?.page;
    if (page === undefined) throw new Error('It is not running.');
    await page.getByTestId('reader').waitFor({ state: 'visible' });
    expect(await page.title()).toContain('Commonplace');
  });

  it('keeps its library in the folder it was told', async () => {
    await expect.poll(() => readdir(library)).toContain('library.json');
  });

  it.each([
    ['RunAsNode', FuseV1Options.RunAsNode, off],
    ['EnableCookieEncryption', FuseV1Options.EnableCookieEncryption, on],
    ['NodeOptions', FuseV1Options.EnableNodeOptionsEnvironmentVariable, off],
    ['NodeCliInspect', FuseV1Options.EnableNodeCliInspectArguments, off],
    ['AsarIntegrity', FuseV1Options.EnableEmbeddedAsarIntegrityValidation, on],
    ['OnlyLoadAppFromAsar', FuseV1Options.OnlyLoadAppFromAsar, on],
    ['FileProtocolPrivileges', FuseV1Options.GrantFileProtocolExtraPrivileges, off],
  ])('has its %s fuse set', (_name, option, state) => {
    expect(fuses?.[option]).toBe(state);
  });

  it('holds one archive and nothing of the runtime that it does not need', async () => {
    const resources = await readdir(path.join(path.dirname(packagedExecutable), 'resources'));
    expect(resources).toContain('app.asar');
    expect(resources).not.toContain('default_app.asar');
    expect(resources).not.toContain('app');
  });
});

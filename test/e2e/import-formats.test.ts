import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseSource } from '../../main/importers/parse-source.ts';
import { fuzzKinds, madeSeeds } from '../fuzz/seeds.ts';
import { launchApp, type RunningApp } from '../support/app.ts';
import { call } from '../support/bridge.ts';
import { drop } from '../support/drop.ts';
import { makeFolder, removeFolder } from '../support/folders.ts';

let folder: string;
let running: RunningApp;
beforeAll(async () => {
  folder = await makeFolder();
  running = await launchApp({
    library: path.join(folder, 'library'),
    userData: path.join(folder, 'user-data'),
  });
});
afterAll(async () => {
  await running.close();
  await removeFolder(folder);
});

// The importers are tested in Node; the program runs them in a page of Chromium, built for that.
describe('the process that sources are read in', () => {
  it.each(fuzzKinds)('reads %s as Node does', async (kind) => {
    for (const { name, bytes } of madeSeeds(kind)) {
      const wanted = await parseSource(bytes, name, { variant: 'article' });
      if (!wanted.ok) throw new Error(wanted.error.message);
      const { kind: became, entry, message } = await drop(running.page, { name, bytes });
      expect([name, became, message]).toEqual([name, 'added', undefined]);
      const { content } = wanted.value;
      expect(entry?.title).toBe(content.title);
      const opened = await call(running.page, 'document.open', { id: entry?.id ?? '' });
      if (!opened.ok) throw new Error(opened.error.message);
      const { first } = opened.value;
      expect(first.map(({ text }) => text).join('')).toBe(content.text);
      expect(first.flatMap(({ blocks }) => blocks)).toEqual(content.blocks);
    }
  });
});

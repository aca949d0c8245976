import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addMark, writeNote } from '../../../core/edit/marks.ts';
import { addTag, newTag } from '../../../core/edit/tags.ts';
import { Journal } from '../../../main/store/journal.ts';
import { encodeLine, scanJournal } from '../../../main/store/journal-lines.ts';
import { nodeFiles } from '../../../main/store/files.ts';
import {
  copyAsCrashed,
  countingStamp,
  mark,
  open,
  sampleDocument,
  snapshot,
  value,
  withFolder,
  wordSpans,
} from './workshop.ts';

const stamp = countingStamp();
const patch = () => addTag(newTag('Tag – née', 'blue', null, stamp), stamp);

function openJournal(path: string, known = 0) {
  return Journal.open({ files: nodeFiles, path, write: true, now: stamp.now, known });
}

describe('the journal', () => {
  it('is lines of JSON that carry their checksum', () => {
    const line = encodeLine({ seq: 1, type: 'do', patch: patch() });
    expect(JSON.parse(line.toString())).toMatchObject({ seq: 1, type: 'do' });
    for (let at = 0; at < line.length - 1; at++) {
      const flipped = Buffer.from(line);
      flipped[at] = (flipped[at] ?? 0) ^ 4;
      expect(scanJournal(flipped).lines, `byte ${at}`).toHaveLength(0);
    }
  });

  it('torn at every byte: whole lines count, the rest is cut off, and it goes on', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'history', 'journal.ndjson');
      const first = await openJournal(path);
      for (let n = 0; n < 3; n++) await first.journal.append([{ type: 'do', patch: patch() }]);
      await first.journal.close();
      const bytes = await readFile(path);
      const ends = [...bytes.entries()].flatMap(([at, byte]) => (byte === 10 ? [at + 1] : []));
      for (let cut = 0; cut <= bytes.length; cut++) {
        await writeFile(path, bytes.subarray(0, cut));
        const { journal, records, state } = await openJournal(path);
        expect(state).toBe('good');
        expect(records).toHaveLength(Math.max(0, ends.filter((end) => end <= cut).length - 1));
        const [added] = await journal.append([{ type: 'do', patch: patch() }]);
        expect(added?.seq).toBe(records.length + 1);
        await journal.close();
        expect(scanJournal(await readFile(path))).toMatchObject({ bad: 0, torn: 0 });
      }
    }));

  it('starts numbers after what other files know', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'history', 'journal.ndjson');
      const { journal, lost } = await openJournal(path, 40);
      expect([lost, journal.complete]).toEqual([true, false]);
      expect((await journal.append([{ type: 'do', patch: patch() }]))[0]?.seq).toBe(41);
      await journal.close();
    }));

  it('drops its older half when it is long, and undo and restoring still work', () =>
    withFolder(async (folder) => {
      const library = await open(folder, { stamp });
      const { id } = value(await library.add(sampleDocument('Ants'))).entry;
      const { text } = value(await library.content(id));
      for (const { start, end } of wordSpans(text).slice(0, 60)) {
        value(await library.apply(addMark(mark(id, text, start, end, stamp), stamp)));
      }
      const before = await snapshot(library);
      await library.close();
      const path = join(folder, 'history', 'journal.ndjson');
      const { size } = await stat(path);
      const again = await open(folder, { stamp, journalLimit: size - 1 });
      // An edit made meanwhile waits for the shortening or goes before it; it is lost in neither case.
      const first = before.marks[id]?.[0];
      if (first === undefined) throw new Error('no mark');
      value(await again.apply(writeNote(first, 'meanwhile', stamp)));
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect((await stat(path)).size).toBeLessThan(size * 0.7);
      value(await again.undo());
      expect({ ...(await snapshot(again)), history: null }).toEqual({ ...before, history: null });
      await again.close();
      // The last good copy and what is left of the history make up for a file that is damaged afterwards.
      await writeFile(join(folder, 'documents', id, 'annotations.json'), 'x');
      const third = await open(folder);
      expect((await snapshot(third)).marks).toEqual(before.marks);
      for (let n = 0; n < 20; n++) value(await third.undo());
      expect(value(await third.annotations(id))).toHaveLength(40);
      await third.close();
    }));

  it('replays one document alone, and all of them after a crash', () =>
    withFolder(async (folder) => {
      const library = await open(join(folder, 'a'), { stamp, checkpointDelay: 60_000 });
      const ids: string[] = [];
      for (const name of ['Ants', 'Bees']) {
        const { id } = value(await library.add(sampleDocument(name))).entry;
        const { text } = value(await library.content(id));
        value(await library.apply(addMark(mark(id, text, 0, 4, stamp), stamp)));
        ids.push(id);
      }
      const before = await snapshot(library);
      await copyAsCrashed(join(folder, 'a'), join(folder, 'b'));
      await library.close();
      const reader = await open(join(folder, 'b'), { write: false });
      expect(await snapshot(reader)).toEqual(before);
      await reader.close();
      // A lock left behind tells of the crash, so files that nobody opens are brought up to date as well.
      const { hostname } = await import('node:os');
      const holder = { pid: 4_194_300, started: '1', host: hostname(), program: 'app' };
      const lock = JSON.stringify({ ...holder, created: new Date().toISOString() });
      await writeFile(join(folder, 'b', 'library.lock'), lock);
      const after = await open(join(folder, 'b'), { checkpointDelay: 10 });
      const file = join(folder, 'b', 'documents', ids[1] ?? '', 'annotations.json');
      await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain('"annotations"');
      await after.close();
    }));
});

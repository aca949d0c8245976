import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportProgress, ImportRun } from '../../../core/contract.ts';
import { parseSource } from '../../../main/importers/parse-source.ts';
import { readSourceFile } from '../../../main/importers/read-file.ts';
import { collectFiles } from '../../../main/imports/collect-files.ts';
import { ImportRuns } from '../../../main/imports/import-runs.ts';
import type { Importer } from '../../../main/services.ts';
import type { Library } from '../../../main/store/library-types.ts';
import { makeFolder, removeFolder } from '../../support/folders.ts';
import { makePdf } from '../../support/make-pdf.ts';
import { open } from '../store/workshop.ts';

let folder = '';
let library: Library;
let emitted: [string, unknown][] = [];
beforeEach(async () => {
  folder = await makeFolder();
  library = await open(path.join(folder, 'library'));
  emitted = [];
});
afterEach(async () => {
  await library.close();
  await removeFolder(folder);
});

const stamp = { id: () => crypto.randomUUID(), now: () => new Date().toISOString() };
/** The real importers, in this process. */
const importer: Importer = {
  readFile: (file) => readSourceFile(file),
  importSource: parseSource,
  cancel: () => undefined,
};
const recent: string[] = [];
const runs = (more: Partial<Importer> = {}) =>
  new ImportRuns({
    library,
    importer: { ...importer, ...more },
    stamp,
    emit: (name, payload) => emitted.push([name, payload]),
    recent: { add: (file) => recent.push(file) },
  });
const place = (...names: string[]) => path.join(folder, ...names);
async function write(name: string, content: string | Uint8Array): Promise<string> {
  const file = place(name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
  return file;
}
const outcome = ({ results }: ImportRun) =>
  results.map(({ name, result }) => `${name} ${result.kind}`);
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('a folder', () => {
  it('is taken with all that is in it, in the order of names; what is nothing to read is counted', async () => {
    await write('in/10.txt', 'Ten.');
    await write('in/9.md', '# Nine');
    await write('in/deep/er/a.html', '<p>Deep.</p>');
    await write('in/.hidden.txt', 'Hidden.');
    await write('in/.git/x.txt', 'Hidden too.');
    await write('in/song.mp3', 'no text');
    await write('in/README', 'no ending');
    await write('elsewhere/secret.txt', 'Elsewhere.');
    await symlink(place('elsewhere'), place('in/link'));
    await symlink(place('elsewhere/secret.txt'), place('in/link.txt'));
    await symlink(place('in'), place('in/round'));
    const run = await runs().paths([place('in')]);
    expect(outcome(run)).toEqual(['in/9.md added', 'in/10.txt added', 'in/deep/er/a.html added']);
    expect(run).toMatchObject({ skipped: 7, more: false, cancelled: false });
    expect(library.documents().map(({ sourceName }) => sourceName)).toEqual([
      '9.md',
      '10.txt',
      'a.html',
    ]);
  });

  it('is walked no deeper and no further than the limits', async () => {
    await write('in/a/b/c/deep.txt', 'Too deep.');
    for (let n = 0; n < 12; n++) await write(`in/${n}.txt`, `Text ${n}.`);
    const { signal } = new AbortController();
    const limits = { files: 5, depth: 9, entries: 1000 };
    expect(await collectFiles([place('in')], signal, limits)).toMatchObject({ more: true });
    expect((await collectFiles([place('in')], signal, limits)).files).toHaveLength(5);
    const shallow = { files: 100, depth: 2, entries: 1000 };
    const found = await collectFiles([place('in')], signal, shallow);
    expect([found.files.length, found.more]).toEqual([12, true]);
    const short = { files: 100, depth: 9, entries: 3 };
    expect((await collectFiles([place('in')], signal, short)).more).toBe(true);
  });

  it('goes on after what cannot be read, and knows what is there already', async () => {
    await write('in/a.txt', 'Same.');
    await write('in/b.txt', 'Same.');
    await write('in/c.txt', new Uint8Array([0, 1, 2, 0, 255, 254, 0, 0]));
    await write('in/d.txt', '');
    await write('in/e.txt', 'Last.');
    const run = await runs().paths([place('in'), place('never.txt')]);
    expect(outcome(run)).toEqual([
      'in/a.txt added',
      'in/b.txt known',
      'in/c.txt failed',
      'in/d.txt failed',
      'in/e.txt added',
      'never.txt failed',
    ]);
  });
});

describe('an archive', () => {
  it('of files is a folder in one file', async () => {
    const zip = zipSync({
      'papers/one.txt': bytesOf('One.'),
      'papers/two.md': bytesOf('# Two'),
      'papers/broken.txt': new Uint8Array([0, 1, 2, 0, 255, 254, 0, 0]),
      '__MACOSX/papers/._one.txt': bytesOf('Mac.'),
      'papers/.hidden.txt': bytesOf('Hidden.'),
      'papers/inner.zip': zipSync({ 'x.txt': bytesOf('Inner.') }),
      '../out.txt': bytesOf('Outside.'),
      'picture.png': bytesOf('png'),
    });
    const run = await runs().paths([await write('all.zip', zip)]);
    expect(outcome(run)).toEqual([
      'all.zip/papers/one.txt added',
      'all.zip/papers/two.md added',
      'all.zip/papers/broken.txt failed',
    ]);
    expect(run.skipped).toBe(4);
    expect(library.documents().map(({ title, sourceName }) => [title, sourceName])).toEqual([
      ['One', 'one.txt'],
      ['Two', 'two.md'],
    ]);
  });

  it('that is a document stays one', async () => {
    const office = zipSync({
      'readme.txt': bytesOf('Not a text of its own.'),
      '[Content_Types].xml': bytesOf('<Types/>'),
      'word/document.xml': bytesOf('<document/>'),
    });
    const { results } = await runs().bytes({ name: 'letter.docx', bytes: office });
    expect(results.map(({ name }) => name)).toEqual(['letter.docx']);
  });

  it('with a bomb in it keeps the rest', async () => {
    const zip = zipSync({
      'a.txt': bytesOf('Before.'),
      'bomb.txt': [new Uint8Array(66 * 1024 * 1024), { level: 1 }],
      'z.txt': bytesOf('After.'),
    });
    const { results } = await runs().bytes({ name: 'bomb.zip', bytes: zip });
    expect(results.map(({ name, result }) => [name, result.kind])).toEqual([
      ['bomb.zip/a.txt', 'added'],
      ['bomb.zip/bomb.txt', 'failed'],
      ['bomb.zip/z.txt', 'added'],
    ]);
    expect(results[1]?.result).toMatchObject({ code: 'file-too-large' });
  });

  it('with nothing to read, or broken, is refused as one file', async () => {
    const empty = zipSync({ 'a.mp3': bytesOf('x') });
    const whole = zipSync({ 'a.txt': bytesOf('Text.'.repeat(50)) });
    for (const bytes of [empty, whole.subarray(0, 20)]) {
      const { results } = await runs().bytes({ name: 'x.zip', bytes });
      expect(results).toMatchObject([{ name: 'x.zip', result: { kind: 'failed' } }]);
    }
    expect(library.documents()).toEqual([]);
  });
});

describe('a run', () => {
  it('that is cancelled stops after the file at work; what is in stays in', async () => {
    for (let n = 0; n < 9; n++) await write(`in/${n}.txt`, `Text ${n}.`);
    const all: ImportRuns = runs({
      importSource: (bytes, name, options) => {
        if (name === '3.txt') all.cancel();
        return parseSource(bytes, name, options);
      },
    });
    const run = await all.paths([place('in')]);
    expect(run.cancelled).toBe(true);
    expect(run.results.map(({ name }) => name)).toHaveLength(4);
    expect(library.documents()).toHaveLength(4);
    expect((await all.paths([place('in')])).results).toHaveLength(9);
  });

  it('of 1,000 files tells how far it is, and of its texts in portions, and costs the same to the end', async () => {
    for (let n = 0; n < 1000; n++) await write(`in/${n}.txt`, `Text ${n}.`);
    const times: number[] = [];
    const progress: ImportProgress[] = [];
    const run = await runs().paths([place('in')], {
      progress: (one) => progress.push(one),
      finished: () => times.push(performance.now()),
    });
    expect(run.results.every(({ result }) => result.kind === 'added')).toBe(true);
    expect(run.results).toHaveLength(1000);
    const took = (times.at(-1) ?? 0) - (times[0] ?? 0);
    const portions = emitted.filter(([name]) => name === 'library.changed');
    // No more often than they can be read or drawn, and nothing is left out.
    expect(progress.length).toBeLessThanOrEqual(took / 100 + 3);
    expect(portions.length).toBeLessThanOrEqual(took / 250 + 3);
    expect(progress[0]).toEqual({ done: 0, total: 1000, name: 'in/0.txt' });
    const told = portions.flatMap(([, payload]) => {
      const { patch } = payload as { patch: { changes: { id: string }[] } };
      return patch.changes.map(({ id }) => id);
    });
    expect(told.sort()).toEqual(
      library
        .documents()
        .map(({ id }) => id)
        .sort(),
    );
    const spent = (from: number, to: number) => (times[to] ?? 0) - (times[from] ?? 0);
    expect(spent(800, 999) / spent(1, 200)).toBeLessThan(3);
  }, 120_000);

  it('keeps what was opened by hand among the recent files, and not what folders hold', async () => {
    recent.length = 0;
    const single = await write('single.txt', 'Single.');
    await write('in/inside.txt', 'Inside.');
    await runs().paths([single, place('in')]);
    expect(recent).toEqual([single]);
  });
});

describe('the pages of a file whose text is being read', () => {
  const pdf = (title: string) =>
    makePdf({ pages: [{ lines: [{ text: `${title}.`, x: 72, y: 90 }] }], info: { Title: title } });
  /** What the window is told and can have while each text is read. */
  const watched = async (give: (made: ImportRuns) => Promise<unknown>) => {
    const seen: (Uint8Array | null)[] = [];
    const made = runs({
      importSource: (bytes, name, options) => {
        seen.push(made.paged);
        return parseSource(bytes, name, options);
      },
    });
    await give(made);
    expect(made.paged).toBeNull();
    const told = emitted.filter(
      ([name, payload]) => name === 'import.progress' && (payload as ImportProgress).pages === true,
    );
    return { seen, told: told.length };
  };

  it('can be had while it is read, and not afterwards', async () => {
    const bytes = pdf('One');
    const read = () => watched((made) => made.bytes({ name: 'one.pdf', bytes }));
    expect(await read()).toEqual({ seen: [bytes], told: 1 });
    // It is in the library now: nothing is read again.
    expect(await read()).toEqual({ seen: [], told: 1 });
  });

  it('are not offered of other kinds, nor of one among many', async () => {
    const bytes = bytesOf('No pages.');
    expect(await watched((made) => made.bytes({ name: 'a.txt', bytes }))).toEqual({
      seen: [null],
      told: 0,
    });
    await write('in/a.pdf', pdf('A'));
    await write('in/b.pdf', pdf('B'));
    expect(await watched((made) => made.paths([place('in')]))).toEqual({
      seen: [null, null],
      told: 0,
    });
  });
});

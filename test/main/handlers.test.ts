import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../core/model/default-settings.ts';
import { noDetails, type DocumentEntry } from '../../core/model/document.ts';
import { TextFinder } from '../../core/search/find-in-text.ts';
import { composeText } from '../../core/text/compose.ts';
import { ImportRuns } from '../../main/imports/import-runs.ts';
import { prepareStart } from '../../main/actions/prepare-start.ts';
import { createHandlers } from '../../main/handlers.ts';
import type { Importer, Services } from '../../main/services.ts';
import type { Library } from '../../main/store/library-types.ts';
import { openLibrary } from '../../main/store/library.ts';
import { failed, ok } from '../../main/store/outcome.ts';
import { rebuilder } from '../../main/source-importer.ts';
import { makeFolder, removeFolder } from '../support/folders.ts';
import { paragraph } from '../core/exchange/sample.ts';

let folder = '';
let library: Library;
let emitted: [string, unknown][] = [];
let saveTo: string | null = null;

/** Every line is a paragraph; a file that starts with "!" cannot be read. */
const importer: Importer = {
  readFile: async (file) => {
    const bytes = await readFile(file).catch(() => null);
    if (bytes === null) return failed('file-vanished', 'gone');
    return ok({ bytes, name: path.basename(file) });
  },
  cancel: () => undefined,
  importSource: (bytes, name, { variant }) => {
    const source = new TextDecoder().decode(bytes);
    if (source.startsWith('!')) return Promise.resolve(failed('binary-file', 'not a text'));
    const { text, blocks } = composeText(source.split('\n').map(paragraph));
    const facts = { title: name, variant, details: noDetails, text, blocks };
    const content = { ...facts, format: 'text' as const };
    return Promise.resolve(ok({ content, pictures: [], pages: null }));
  },
};
const stamp = { id: () => randomUUID(), now: () => new Date().toISOString() };
const recent = { add: () => undefined };

function handlers(files: readonly string[] = [], more: Partial<Importer> = {}, patience = 60_000) {
  const emit: Services['emit'] = (name, payload) => {
    emitted.push([name, payload]);
  };
  const taking = { library, importer: { ...importer, ...more }, stamp, recent, emit };
  const runs = new ImportRuns(taking);
  const services: Services = {
    version: '1.0.0',
    platform: 'linux',
    ...taking,
    search: {
      find: (text, query) => {
        const found = new TextFinder(text).find(query);
        return Promise.resolve(
          found.kind === 'hits' ? ok(found.hits) : failed('invalid-input', found.reason),
        );
      },
    },
    rules: { passages: () => Promise.resolve(ok([])), stop: () => undefined },
    settings: { read: () => defaultSettings, save: () => Promise.resolve(), notices: () => [] },
    dialogs: {
      pickFiles: () => Promise.resolve([]),
      pickFolder: () => Promise.resolve(null),
      pickCodebook: () => Promise.resolve(null),
      pickSavePath: () => Promise.resolve(saveTo),
      confirmClose: () => Promise.resolve(false),
    },
    clipboard: { writeText: () => Promise.resolve() },
    opener: { open: () => Promise.resolve() },
    startup: prepareStart(
      taking,
      runs,
      files,
      {
        text: 'Welcome here.\nTag it.',
        marks: [{ quote: 'Tag it', nth: 1, colour: 'blue', tags: ['how/to'], note: 'So.' }],
      },
      patience,
    ),
  };
  return createHandlers(services, runs);
}
beforeEach(async () => {
  folder = await makeFolder();
  emitted = [];
  saveTo = null;
  const opened = await openLibrary({ folder, program: 'app', stamp, rebuild: rebuilder(importer) });
  if (!opened.ok) throw new Error(opened.error.message);
  library = opened.value;
});
afterEach(async () => {
  await library.close();
  await removeFolder(folder);
});

async function add(text: string, name = 'a.txt'): Promise<DocumentEntry> {
  const bytes = new TextEncoder().encode(text);
  const reply = await handlers()['import.bytes']({ name, bytes });
  const result = reply.ok ? reply.value.results[0]?.result : undefined;
  if (result === undefined || result.kind === 'failed') throw new Error('not imported');
  return result.entry;
}

describe('the calls of main', () => {
  it('start with the welcome document, its marks, and the files that were named', async () => {
    await writeFile(path.join(folder, 'one.txt'), 'One.');
    const started = await handlers([path.join(folder, 'one.txt'), path.join(folder, 'no.txt')])[
      'app.start'
    ]({});
    if (!started.ok) throw new Error(started.error.message);
    const { documents, open, notices, tags } = started.value;
    expect(documents.map((entry) => entry.title)).toEqual(['Welcome', 'one.txt']);
    expect(open).toBe(documents[1]?.id);
    expect(notices.map((notice) => notice.message)).toEqual(['no.txt: gone']);
    // Made within one millisecond, so their order is that of their ids.
    expect(tags.map((tag) => tag.name).sort()).toEqual(['how', 'to']);
    const marks = await library.annotations(documents[0]?.id ?? '');
    expect(marks.ok && marks.value.map((mark) => mark.selector.quote)).toEqual(['Tag it']);
  });

  it('start without files that take long, and say what came of them when it is known', async () => {
    const long = path.join(folder, 'long.txt');
    await writeFile(long, 'Long.');
    await writeFile(path.join(folder, 'bad.txt'), '!');
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const calls = handlers(
      [long, path.join(folder, 'bad.txt')],
      {
        importSource: async (...asked) => {
          // The welcome document is Markdown.
          if (asked[1] === 'long.txt') await released;
          return importer.importSource(...asked);
        },
      },
      0,
    );
    const started = await calls['app.start']({});
    if (!started.ok) throw new Error(started.error.message);
    const [welcome] = started.value.documents;
    expect(started.value).toMatchObject({ late: true, open: welcome?.id, opened: null });
    expect(started.value.documents).toHaveLength(1);

    emitted = [];
    const late = calls['import.late']({});
    await expect
      .poll(() => emitted)
      .toEqual([['import.progress', { done: 0, total: 2, name: 'long.txt' }]]);
    release();
    const came = await late;
    if (!came.ok) throw new Error(came.error.message);
    expect(came.value.documents.map(({ title }) => title)).toEqual(['long.txt']);
    expect(came.value.open).toBe(came.value.documents[0]?.id);
    expect(came.value.notices.map(({ message }) => message)).toEqual(['bad.txt: not a text']);
  });

  it('know the same bytes again, and bring them back from the bin', async () => {
    const entry = await add('Same.');
    expect((await add('Same.', 'other.txt')).id).toBe(entry.id);
    await handlers()['document.remove']({ id: entry.id });
    emitted = [];
    expect(await add('Same.')).toMatchObject({ id: entry.id, removed: null });
    expect(emitted.map(([name]) => name)).toEqual(['import.progress', 'library.changed']);
    expect(library.documents().find((one) => one.id === entry.id)?.removed).toBeNull();
  });

  it('leave the library as it was when a file cannot be imported', async () => {
    const before = library.documents();
    const bytes = new TextEncoder().encode('!');
    const reply = await handlers()['import.bytes']({ name: 'x', bytes });
    expect(reply).toMatchObject({
      ok: true,
      value: { results: [{ result: { code: 'binary-file' } }] },
    });
    expect(library.documents()).toEqual(before);
    expect(await handlers()['document.open']({ id: 'not-there' })).toMatchObject({
      error: { code: 'not-found' },
    });
  });

  it('open a text with the sections around its reading place', async () => {
    const entry = await add(Array.from({ length: 1000 }, (_, i) => `Line ${i}.`).join('\n'));
    const text = await library.content(entry.id);
    const offset = text.ok ? text.value.text.indexOf('Line 500.') : 0;
    const first = await handlers()['document.open']({ id: entry.id });
    expect(first.ok && first.value.first.map((section) => section.index)).toEqual([0, 1]);
    await handlers()['reading.save']({ id: entry.id, offset, progress: 0.5 });
    const again = await handlers()['document.open']({ id: entry.id });
    if (!again.ok) throw new Error(again.error.message);
    expect(again.value.place).toMatchObject({ offset, progress: 0.5 });
    expect(again.value.first).toHaveLength(3);
    expect(again.value.first[1]?.text).toContain('Line 500.');
    const started = await handlers()['app.start']({});
    expect(started.ok && started.value.open).toBe(entry.id);
    expect(started.ok && started.value.opened).toEqual(again.value);
  });

  it('export to the file that was chosen, whole or not at all', async () => {
    const { id } = await add('One two.');
    const save = () => handlers()['export.save']({ id, format: 'csv' });
    expect(await save()).toEqual({ ok: true, value: { path: null } });
    saveTo = path.join(folder, 'marks.csv');
    expect(await save()).toEqual({ ok: true, value: { path: saveTo } });
    expect(await readFile(saveTo, 'utf8')).toMatch(/^id,document/);
    saveTo = path.join(folder, 'no/such/folder.csv');
    expect(await save()).toMatchObject({ error: { code: 'not-saved' } });
  });

  it('go back in the history, empty the bin, and restore a backup', async () => {
    // The first start brings the welcome document, which is not what this is about.
    const calls = handlers();
    await calls['app.start']({});
    const kept = await add('Kept.', 'kept.txt');
    const gone = await add('Gone.', 'gone.txt');
    const [before] = library.historyItems();
    const rename = await calls['document.rename']({ id: kept.id, title: 'Renamed' });
    if (!rename.ok) throw new Error(rename.error.message);
    const made = await calls['backup.make']({});
    if (!made.ok) throw new Error(made.error.message);
    const { file } = made.value;
    expect(made.value.checked).not.toBeNull();
    expect(await calls['backup.list']({})).toEqual({ ok: true, value: [made.value] });

    const back = await calls['history.goTo']({ id: before?.id ?? null });
    expect(back.ok && back.value?.patch.label).toBe('history.back');
    const items = await calls['history.list']({});
    expect(items.ok && items.value.slice(0, 2).map((item) => item.label)).toEqual([
      'history.back',
      'document.rename',
    ]);
    expect(await calls['backup.preview']({ file })).toMatchObject({
      value: { documents: { added: 0, removed: 0, changed: 1 } },
    });
    emitted = [];
    const restored = await calls['backup.restore']({ file });
    expect(restored.ok && restored.value?.history.undo).toBe('backup.restore');
    expect(await calls['backup.restore']({ file })).toEqual({ ok: true, value: null });
    expect(emitted).toEqual([]);

    await calls['document.remove']({ id: gone.id });
    expect(await calls['bin.list']({})).toMatchObject({
      value: { documents: [{ entry: { id: gone.id }, marks: 0 }], marks: [] },
    });
    const returned = await calls['bin.restore']({ documents: [gone.id], marks: [] });
    expect(returned.ok && returned.value.patch.changes).toHaveLength(1);
    await calls['document.remove']({ id: gone.id });
    expect(await calls['bin.empty']({})).toEqual({
      ok: true,
      value: { documents: 1, marks: 0 },
    });
    expect(emitted).toEqual([['library.reloaded', {}]]);
    expect(library.documents().map(({ id }) => id)).not.toContain(gone.id);
  });

  it('back up before many files come in', async () => {
    await handlers()['app.start']({});
    const files = Array.from({ length: 20 }, (_, n) => path.join(folder, `${n}.txt`));
    for (const [n, file] of files.entries()) await writeFile(file, `Text ${n}.`);
    const runs = new ImportRuns({ library, importer, stamp, recent, emit: () => undefined });
    const { results } = await runs.paths(files);
    expect(results.map(({ result }) => result.kind)).toEqual(files.map(() => 'added'));
    expect(await handlers()['backup.list']({})).toMatchObject({
      value: [{ reason: 'import', documents: 1 }],
    });
  });
});

import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, it } from 'vitest';
import { addItem, newItem } from '../../core/edit/items.ts';
import { addMark, removeMarks, setTags, writeNote } from '../../core/edit/marks.ts';
import { addTag, newTag } from '../../core/edit/tags.ts';
import { decodeLine } from '../../main/store/journal-lines.ts';
import { openSettings } from '../../main/store/settings-store.ts';
import { formatSchemas } from '../format/schemas.ts';
import {
  countingStamp,
  mark,
  open,
  readJson,
  sampleDocument,
  value,
  withFolder,
} from './store/workshop.ts';

// docs/library-format.md promises these schemas to other programs.

const docs = join(import.meta.dirname, '..', '..', 'docs', 'schemas');

it('docs/schemas are what the models say (node scripts/schemas.mjs)', async () => {
  const schemas = formatSchemas();
  expect((await readdir(docs)).sort()).toEqual([...schemas.keys()].sort());
  for (const [name, schema] of schemas) {
    expect(await readJson(join(docs, name)), name).toEqual(JSON.parse(JSON.stringify(schema)));
  }
});

it('every file of a library fits its schema, by another validator', () =>
  withFolder(async (folder) => {
    const misfits = validator();
    const lock = await fillLibrary(folder);
    expect(await misfits('lock.json', JSON.parse(lock))).toBeNull();
    const names = await readdir(folder, { recursive: true });
    const seen = new Set<string>();
    for (const name of names.filter((found) => found.endsWith('.json'))) {
      const schema = basename(name);
      seen.add(schema);
      const data = await readJson(join(folder, name));
      expect(await misfits(schema, data), name).toBeNull();
      // And a schema that fits everything would prove nothing.
      expect(await misfits(schema, { ...(data as object), data: [] }), name).not.toBeNull();
    }
    const shared = ['annotations.json', 'document.json', 'items.json', 'library.json'];
    expect([...seen].sort()).toEqual([...shared, 'reading.json', 'settings.json', 'tags.json']);
    const journal = await readFile(join(folder, 'history', 'journal.ndjson'), 'utf8');
    const lines = journal.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(7);
    for (const line of lines) {
      expect(await misfits('history-line.json', JSON.parse(line)), line).toBeNull();
    }
  }));

it('the examples in docs/library-format.md fit, checksums included', async () => {
  const misfits = validator();
  const page = await readFile(join(docs, '..', 'library-format.md'), 'utf8');
  const examples = [...page.matchAll(/^ *```json\n([\s\S]*?)```/gm)].map(
    ([, json = '']) => JSON.parse(json) as Readonly<Record<string, unknown>>,
  );
  expect(examples).toHaveLength(10);
  for (const example of examples) {
    if ('crc' in example) {
      expect(decodeLine(Buffer.from(JSON.stringify(example)))).not.toBeNull();
      expect(await misfits('history-line.json', example)).toBeNull();
    } else {
      const name = 'pid' in example ? 'lock.json' : `${String(example['kind'])}.json`;
      expect(await misfits(name, example), name).toBeNull();
    }
  }
});

function validator() {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
  addFormats(ajv);
  return async (name: string, data: unknown): Promise<unknown> => {
    const schema = (await readJson(join(docs, name))) as object;
    const validate = ajv.compile(schema);
    return validate(data) ? null : validate.errors;
  };
}

/** A library with something of each kind in it; answers with its lock. */
async function fillLibrary(folder: string): Promise<string> {
  const stamp = countingStamp();
  const library = await open(folder, { stamp });
  const { id } = value(await library.add(sampleDocument('Ants'))).entry;
  const { text } = value(await library.content(id));
  const tag = newTag('Insects', 'green', null, stamp);
  value(await library.apply(addTag(tag, stamp)));
  const [first, second] = [mark(id, text, 0, 4, stamp), mark(id, text, 6, 15, stamp)];
  for (const made of [first, second]) value(await library.apply(addMark(made, stamp)));
  value(await library.apply(setTags(first, [tag.id], stamp)));
  value(await library.apply(writeNote(first, 'Noted.', stamp)));
  value(await library.apply(removeMarks([second], stamp)));
  value(await library.undo());
  value(await library.redo());
  const all = newItem('All', { kind: 'memo', text: 'Read twice.' }, stamp);
  value(await library.apply(addItem(all, stamp)));
  await library.savePlace(id, { offset: 7, progress: 0.1, opened: stamp.now() });
  const lock = await readFile(join(folder, 'library.lock'), 'utf8');
  await library.close();
  const settings = await openSettings(folder, { stamp });
  await settings.save(settings.read());
  return lock;
}

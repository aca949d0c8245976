import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { noDetails } from '../../core/model/document.ts';
import { composeText } from '../../core/text/compose.ts';
import { runCli } from '../../main/cli/run.ts';
import type { Importer } from '../../main/services.ts';
import { ok } from '../../main/store/outcome.ts';
import { paragraph } from '../core/exchange/sample.ts';

const reportSchema = z.strictObject({
  ok: z.boolean(),
  documents: z.int(),
  marks: z.int(),
  files: z.int(),
  findings: z.array(z.strictObject({ file: z.string(), problem: z.string(), message: z.string() })),
});
const listSchema = z.array(z.looseObject({ id: z.string() }));

let folder: string;
let library: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'commonplace-care-test-'));
  library = path.join(folder, 'library');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Every part between empty lines is a paragraph. */
const importer: Importer = {
  readFile: async (file) => ok({ bytes: await readFile(file), name: path.basename(file) }),
  cancel: () => undefined,
  importSource: (bytes, name, { variant }) => {
    const parts = new TextDecoder().decode(bytes).split('\n\n');
    const { text, blocks } = composeText(parts.map(paragraph));
    const facts = { title: name, variant, details: noDetails, text, blocks };
    const content = { ...facts, format: 'text' as const };
    return Promise.resolve(ok({ content, pictures: [], pages: null }));
  },
};

/** The command in this process; test/main/cli.test.ts runs the built one. */
async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCli([...args, '--library', library], {
    importer,
    version: '1.0.0',
    defaultFolder: library,
    stamp: { id: () => randomUUID(), now: () => new Date().toISOString() },
    terminal: {
      out: (text) => out.push(text),
      err: (line) => err.push(line),
      progress: () => undefined,
    },
  });
  return { code, stdout: out.join(''), stderr: err.join('\n') };
}
const report = async () => reportSchema.parse(JSON.parse((await run('verify', '--json')).stdout));
async function done(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await run(...args);
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
}

/** A text with two marks; answers with the folder of the text. */
async function start(): Promise<string> {
  const source = path.join(folder, 'one.txt');
  await writeFile(source, 'Read closely.\n\nMark what matters.');
  const [entry] = listSchema.parse(JSON.parse(await done('import', source, '--json')));
  await done('highlight', 'one', '--quote', 'closely', '--tag', 'how');
  await done('highlight', 'one', '--quote', 'matters');
  return path.join(library, 'documents', entry?.id ?? '');
}

describe('commonplace, caring for a library', () => {
  it('has help for each command and refuses what it does not know', async () => {
    for (const command of ['verify', 'repair', 'backup', 'restore', 'history']) {
      const help = await run(command, '--help');
      expect([help.code, help.stdout.split('\n')[0]]).toEqual([
        0,
        expect.stringContaining(`Usage: commonplace ${command}`),
      ]);
      expect(Math.max(...help.stdout.split('\n').map((line) => line.length))).toBeLessThan(81);
      expect((await run(command, 'a', 'b', 'c')).code).toBe(2);
    }
    expect((await run('restore')).code).toBe(2);
    expect((await run('verify')).code).toBe(1);
  });

  it('lists the edits, makes backups, and goes back to one', async () => {
    const text = await start();
    const history = (await done('history')).split('\n');
    expect(history[0]).toMatch(/^\S+\thighlight\t1 mark$/);
    const made = (await done('backup')).split('\t');
    expect(made.slice(1, 3)).toEqual(['1 text', '2 marks']);
    expect(made[3]).toMatch(/^checked /);
    expect(await done('restore', made[0] ?? '', '--dry-run')).toBe(
      'Nothing differs from the backup.\n',
    );
    await done('highlight', 'one', '--quote', 'Read');
    const before = await readFile(path.join(text, 'annotations.json'), 'utf8');
    const said = 'marks: 0 come back, 1 go, 0 change\n';
    expect(await done('restore', made[0] ?? '', '--dry-run')).toBe(said);
    expect(await readFile(path.join(text, 'annotations.json'), 'utf8')).toBe(before);
    const elsewhere = path.join(folder, 'copy.zip');
    await rename(path.join(library, 'backups', made[0] ?? ''), elsewhere);
    expect(await done('restore', elsewhere)).toContain(said);
    expect(listSchema.parse(JSON.parse(await done('annotations', '--json')))).toHaveLength(2);
    const missing = await run('restore', made[0] ?? '');
    expect([missing.code, missing.stdout]).toEqual([1, '']);
    expect(await done('history')).toContain('restore from a backup');
  });

  it('finds what is wrong, changes nothing, and repairs what it can', async () => {
    const text = await start();
    expect(await report()).toMatchObject({ ok: true, documents: 1, marks: 2, findings: [] });
    expect(await done('verify')).toMatch(/Nothing is wrong\.\n$/);
    const damage: readonly [string, string | null, string][] = [
      [path.join(text, 'annotations.json'), '{"kind":"annotat', 'damaged'],
      [path.join(text, 'document.json'), null, 'missing'],
      [path.join(library, 'tags.json'), '', 'damaged'],
      [path.join(library, 'library.json'), '[]', 'damaged'],
    ];
    for (const [file, bytes, problem] of damage) {
      if (bytes === null) await rm(file);
      else await writeFile(file, bytes);
      const names = await readdir(path.dirname(file));
      const found = await report();
      expect(found.findings).toMatchObject([{ file: path.relative(library, file), problem }]);
      expect(found.findings[0]?.message).toMatch(/^\S.*\.$/);
      expect((await run('verify')).code).toBe(1);
      expect(await readdir(path.dirname(file))).toEqual(names);
      expect(await done('repair')).toMatch(/1 thing was repaired\.\n$/);
      expect(await report()).toMatchObject({ ok: true, documents: 1, marks: 2 });
    }
    expect((await readdir(text)).some((name) => name.includes('.damaged-'))).toBe(true);
    expect(await done('repair')).toBe('Nothing had to be repaired.\n');
  });

  it('brings marks back from a backup where copies and history are gone, and says what it cannot mend', async () => {
    const text = await start();
    await done('backup');
    await rm(path.join(library, 'history'), { recursive: true });
    await rm(path.join(library, 'tags.json'));
    await rm(path.join(library, 'tags.json.bak'), { force: true });
    await rm(path.join(text, 'annotations.json.bak'), { force: true });
    await writeFile(path.join(text, 'annotations.json'), Buffer.alloc(300));
    expect(await report()).toMatchObject({ ok: false, marks: 0 });
    const repaired = await done('repair');
    expect(repaired).toMatch(/Brought back from commonplace-\S+-hand\.zip: 2 marks and tags\./);
    expect(await report()).toMatchObject({ ok: true, documents: 1, marks: 2 });
    expect(await done('annotations', '--tag', 'how')).toContain('closely');
    await writeFile(path.join(text, 'source.txt'), 'Another text.');
    const left = await run('repair');
    expect(left.code).toBe(1);
    expect(left.stdout).toContain('is not the one that was imported');
    expect(await report()).toMatchObject({ ok: false, findings: [{ problem: 'source' }] });
  });
});

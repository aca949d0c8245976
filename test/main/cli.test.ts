import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildCli, type BuiltCli } from '../support/cli.ts';

const documents = z.array(
  z.strictObject({ id: z.string(), title: z.string(), format: z.string(), characters: z.int() }),
);
const imported = z.array(
  z.strictObject({
    ...documents.element.shape,
    file: z.string(),
    result: z.enum(['added', 'known']),
  }),
);
const annotations = z.array(
  z.strictObject({
    id: z.uuid(),
    quote: z.string(),
    start: z.int(),
    end: z.int(),
    tags: z.array(z.string()),
    colour: z.string(),
    note: z.string(),
    created: z.iso.datetime(),
  }),
);
const collection = z.looseObject({
  total: z.int(),
  first: z.looseObject({
    items: z.array(
      z.looseObject({
        target: z.looseObject({
          selector: z.tuple([
            z.looseObject({ exact: z.string() }),
            z.looseObject({ start: z.int(), end: z.int() }),
          ]),
        }),
      }),
    ),
  }),
});

let built: BuiltCli;
let folder: string;
let library: string;
beforeAll(async () => {
  built = await buildCli();
}, 90_000);
afterAll(() => built.remove());
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'commonplace-cli-test-'));
  library = path.join(folder, 'library');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const run = (...args: string[]) => built.run([...args, '--library', library]);
async function file(name: string, text: string | Uint8Array): Promise<string> {
  const at = path.join(folder, name);
  await mkdir(path.dirname(at), { recursive: true });
  await writeFile(at, text);
  return at;
}
async function ok(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await run(...args);
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
}
async function refused(code: 1 | 2, ...args: string[]): Promise<string> {
  const result = await run(...args);
  expect([result.code, result.stdout]).toEqual([code, '']);
  expect(result.stderr).toMatch(/^commonplace: [^\n]+\n$/);
  expect(result.stderr).not.toMatch(/\bat .*\.js:\d+|Error:/);
  return result.stderr;
}

describe('commonplace', () => {
  it('imports, lists and prints texts', async () => {
    const one = await file('one.txt', 'Let 𝒳 be given.\r\n\r\nSecond paragraph.');
    const [came] = imported.parse(JSON.parse(await ok('import', one, '--json')));
    expect(came).toMatchObject({ format: 'text', file: path.basename(one), result: 'added' });
    expect(await ok('import', one)).toMatch(/^already there /);
    const list = documents.parse(JSON.parse(await ok('list', '--json')));
    const [added] = list;
    expect(list).toHaveLength(1);
    expect(came).toMatchObject(added ?? {});
    const text = await ok('text', added?.id ?? '');
    expect(text).toBe('Let 𝒳 be given.\n\nSecond paragraph.');
    expect(text).toHaveLength(added?.characters ?? 0);
  });

  it('goes on after a file that cannot be read, and leaves the library as it was', async () => {
    const good = await file('good.md', '# Good\n\nText.');
    const binary = await file('bad.txt', new Uint8Array([0, 1, 2, 0, 255, 254, 0, 0]));
    const gone = path.join(folder, 'gone.txt');
    const { code, stdout, stderr } = await run('import', gone, binary, good);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^added \S+ Good\n$/);
    const said = stderr.trimEnd().split('\n');
    expect(said).toHaveLength(3);
    expect(said[2]).toBe('1 added, 0 already there, 2 failed, 0 skipped');
    expect(documents.parse(JSON.parse(await ok('list', '--json')))).toHaveLength(1);
  });

  it('highlights with tags, and tells of marks in UTF-16 units and exports in code points', async () => {
    const source = await file('world.md', '# World\n\n👩‍👩‍👧 said 𝒳 is\nopen. 𝒳 is open. قال الكاتب.');
    await ok('import', source);
    const tagged = [
      '--tag',
      'source/anonymous',
      '--tag',
      'claim',
      '--colour',
      'teal',
      '--note',
      '**n**',
    ];
    await ok('highlight', 'world', '--quote', '𝒳 is open', '--nth', '1', ...tagged);
    await ok('highlight', 'WÖRLD', '--quote', '𝒳 is', '--nth', '1', '--tag', 'Claim');
    await ok('highlight', 'World', '--quote', 'قال الكاتب');
    const text = await ok('text', 'world');
    const marks = annotations.parse(JSON.parse(await ok('annotations', 'world', '--json')));
    expect(marks.map((mark) => text.slice(mark.start, mark.end))).toEqual(
      marks.map((mark) => mark.quote),
    );
    expect(marks.find((mark) => mark.colour === 'teal')).toMatchObject({
      quote: '𝒳 is open',
      tags: ['source/anonymous', 'claim'],
      note: '**n**',
    });
    const starts = marks.map((mark) => mark.start);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    const claims = annotations.parse(
      JSON.parse(await ok('annotations', '--tag', 'claim', '--json')),
    );
    expect(claims).toHaveLength(2);
    const { total, first } = collection.parse(
      JSON.parse(await ok('export', 'world', '--format', 'jsonld')),
    );
    expect(total).toBe(3);
    const points = Array.from(text);
    for (const { target } of first.items) {
      const [quote, position] = target.selector;
      expect(points.slice(position.start, position.end).join('')).toBe(quote.exact);
    }
    expect(await ok('export', 'world', '--format', 'csv')).toMatch(/^id,document,.*\r\n/);
    const out = path.join(folder, 'notes.md');
    expect(await ok('export', 'world', '--format', 'markdown', '-o', out)).toBe('');
    expect(await readFile(out, 'utf8')).toContain('#source/anonymous #claim');
  });

  it('finds a quote whose white space differs, and says when there is none', async () => {
    await ok('import', await file('one.txt', 'one line\nand another line'));
    const [mark] = annotations.parse(
      JSON.parse(await ok('highlight', 'one', '--quote', 'line and  another', '--json')),
    );
    expect(mark).toMatchObject({ quote: 'line\nand another', start: 4 });
    expect(await refused(1, 'highlight', 'one', '--quote', 'nowhere')).toContain('“nowhere”');
    expect(await refused(1, 'highlight', 'one', '--quote', 'line', '--nth', '3')).toContain(
      '2 times',
    );
  });

  it('refuses a text that is unknown or not the only one, in one line', async () => {
    await ok('import', await file('a.md', '# Tides of March\n\nA.'));
    await ok('import', await file('b.md', '# Tides of April\n\nB.'));
    expect(await refused(1, 'text', 'tides')).toMatch(/March.*April/);
    expect(await refused(1, 'text', 'nothing')).toContain('“nothing”');
    expect(await ok('text', 'april')).toContain('B.');
    expect(await refused(1, 'annotations', '--tag', 'unknown')).toContain('“unknown”');
  });

  it('says what is wrong with a command line, and exits with 2', async () => {
    for (const args of [
      [],
      ['nonsense'],
      ['list', '--nonsense'],
      ['list', 'extra'],
      ['import'],
      ['text'],
      ['highlight', 'x'],
      ['highlight', 'x', '--quote', 'y', '--nth', '0'],
      ['highlight', 'x', '--quote', 'y', '--colour', 'mauve'],
      ['highlight', 'x', '--quote'],
      ['export', 'x'],
      ['export', 'x', '--format', 'pdf'],
    ]) {
      const { code, stdout, stderr } = await built.run(args);
      expect([args, code, stdout]).toEqual([args, 2, '']);
      expect(stderr).toMatch(/^commonplace: [^\n]+--help”\.\n$/);
    }
  });

  it('helps, for every command', async () => {
    const top = await built.run(['--help']);
    expect(top.code).toBe(0);
    const names = [...top.stdout.matchAll(/^ {2}([a-z]+) .*? {2,}\w/gm)].map(
      ([, name]) => name ?? '',
    );
    expect(names).toHaveLength(11);
    expect(names).toContain('annotations');
    for (const name of names) {
      const { code, stdout } = await built.run([name, '--help']);
      expect(code).toBe(0);
      expect(stdout).toMatch(new RegExp(`^Usage: commonplace ${name} `));
      for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    }
  });

  it('takes the library from the environment, and ends quietly when its reader does', async () => {
    await ok('import', await file('long.txt', 'A long line of text.\n'.repeat(200_000)));
    const env = { ...process.env, COMMONPLACE_LIBRARY: library };
    const listed = await built.run(['list', '--json'], env);
    expect(documents.parse(JSON.parse(listed.stdout))).toHaveLength(1);
    const child = spawn(
      'sh',
      ['-c', `"$0" "$1" text long | head -c 10`, process.execPath, built.file],
      { env },
    );
    let stderr = '';
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect([code, stderr]).toEqual([0, '']);
  });

  it('starts with the line that makes it a program', async () => {
    expect(await readFile(built.file, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });
});

import { spawn, type ChildProcess } from 'node:child_process';
import { chown, copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { electron, repository } from '../support/app.ts';
import { makeFolder, removeFolder } from '../support/folders.ts';

// Root cannot use Chromium's sandbox, so the other tests run without it. This one starts the program as "nobody".
const nobody = 65534;
const mayBecomeNobody = process.platform === 'linux' && process.getuid?.() === 0;
if (!mayBecomeNobody) {
  console.log(
    'The sandbox test needs root on Linux, to start the program as another user: skipped.',
  );
}

describe.skipIf(!mayBecomeNobody)('as an ordinary user', () => {
  let child: ChildProcess | null = null;
  let folder = '';
  afterEach(async () => {
    const ended = new Promise((resolve) => child?.once('exit', resolve));
    if (child?.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await ended;
    }
    await removeFolder(folder);
  });

  it('the page and the process that reads a file run in the sandbox of the system', async (context) => {
    folder = await makeFolder();
    const { executable, env } = await electron();
    const screen = await ownScreenKey(env['XAUTHORITY'], folder);
    const file = path.join(folder, 'a.md');
    await writeFile(file, '# A');
    await chown(folder, nobody, nobody);
    const program = [executable, repository, '--remote-debugging-port=0'];
    const places = [`--user-data-dir=${folder}/user-data`, '--library', `${folder}/library`, file];
    const user = ['--reuid', String(nobody), '--regid', String(nobody), '--clear-groups'];
    child = spawn('setpriv', [...user, '--', ...program, ...places], {
      env: { ...env, ...screen, HOME: folder, TMPDIR: folder },
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const started = await devTools(child);
    if ('refused' in started) {
      console.log(
        `The system refuses the sandbox to an ordinary user: skipped. ${started.refused}`,
      );
      context.skip();
      return;
    }
    await expect
      .poll(() => pages(started.port), { timeout: 30_000 })
      .toEqual(['app://commonplace/index.html']);
    // The window, and what reads the file that the program was started with.
    const ancestor = child.pid ?? 0;
    const found = () => processes(ancestor, '--type=renderer');
    await expect.poll(async () => (await found()).length, { timeout: 30_000 }).toBe(2);
    const renderers = await found();
    for (const status of renderers) {
      expect(status).toMatch(/^Seccomp:\t2$/m);
      expect(status).toMatch(/^NoNewPrivs:\t1$/m);
    }
  });
});

/** The key to the X screen, readable by the other user. */
async function ownScreenKey(
  key: string | undefined,
  folder: string,
): Promise<Record<string, string>> {
  if (key === undefined) return {};
  const copy = path.join(folder, 'screen-key');
  await copyFile(key, copy);
  await chown(copy, nobody, nobody);
  return { XAUTHORITY: copy };
}

type Start = { readonly port: string } | { readonly refused: string };

function devTools(child: ChildProcess): Promise<Start> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (data: Buffer) => {
      said += data.toString();
      const port = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(said)?.[1];
      if (port !== undefined) resolve({ port });
    });
    child.once('error', reject);
    child.once('exit', () => {
      const refused = said.split('\n').find((line) => /sandbox|namespace|Permission/i.test(line));
      if (refused === undefined) reject(new Error(`the program did not start: ${said}`));
      else resolve({ refused });
    });
  });
}

/** Addresses of the pages that have their title, so a renderer runs: an address is listed before it has one. */
async function pages(port: string): Promise<string[]> {
  const answer = await fetch(`http://127.0.0.1:${port}/json/list`);
  const targets = z.array(z.object({ type: z.string(), url: z.string(), title: z.string() }));
  const found = targets.parse(await answer.json());
  return found
    .filter(({ type, title }) => type === 'page' && title.endsWith('Commonplace'))
    .map(({ url }) => url);
}

interface Process {
  readonly parent: string;
  readonly command: string;
  readonly status: string;
}

/** /proc/PID/status of the descendants of `ancestor` that were started with `argument`. */
async function processes(ancestor: number, argument: string): Promise<string[]> {
  const read = (pid: string, file: string) =>
    readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '');
  const all = new Map<string, Process>();
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const status = await read(pid, 'status');
    const parent = /^PPid:\t(\d+)$/m.exec(status)?.[1] ?? '0';
    all.set(pid, { parent, status, command: await read(pid, 'cmdline') });
  }
  const descends = (pid: string): boolean => {
    const parent = all.get(pid)?.parent ?? '0';
    return parent === String(ancestor) || (parent !== '0' && descends(parent));
  };
  return [...all].flatMap(([pid, { command, status }]) =>
    command.includes(argument) && descends(pid) ? [status] : [],
  );
}

import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../core/commands.ts';
import { electron, launchApp, repository, type RunningApp } from '../support/app.ts';
import { call } from '../support/bridge.ts';
import { makeFolder, removeFolder } from '../support/folders.ts';

let folder = '';
let running: RunningApp | null = null;
const launch = async (userData = 'user-data', args: readonly string[] = []) => {
  running = await launchApp({
    library: path.join(folder, 'library'),
    userData: path.join(folder, userData),
    args,
  });
  return running;
};
beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(async () => {
  await running?.close();
  running = null;
  await removeFolder(folder);
});

/** Starts the program once more, and waits for what it says or for its end. */
async function startAgain(userData: string, args: readonly string[]) {
  const { executable, env } = await electron();
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(executable, [repository, ...root, ...args], {
    env: { ...env, COMMONPLACE_USER_DATA: path.join(folder, userData) },
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  const end = await new Promise<number | null | 'said'>((resolve) => {
    child.stderr.on('data', (data: Buffer) => {
      said += data.toString();
      if (/^commonplace: .*\n/m.test(said)) resolve('said');
    });
    child.once('exit', resolve);
  });
  child.kill('SIGKILL');
  return { end, said };
}

describe('the program', () => {
  it('hands the files of a second start over to the first, and ends', async () => {
    const { page } = await launch();
    await writeFile(path.join(folder, 'later.txt'), 'A text that came later.');
    const { end } = await startAgain('user-data', ['later.txt']);
    expect(end).toBe(0);
    await expect
      .poll(
        async () => {
          const started = await call(page, 'app.start', {});
          return started.ok ? started.value.documents.map((entry) => entry.title) : [];
        },
        { timeout: 20_000 },
      )
      .toContain('Later');
  });

  it('says in words that another program holds the library', async () => {
    await launch();
    const library = path.join(folder, 'library');
    const { said } = await startAgain('other-user-data', ['--library', library]);
    expect(said).toMatch(/^commonplace: .*in use by the Commonplace window/m);
    expect(said).not.toMatch(/^\s+at /m);
  });

  it('opens the files it was started with, and says which could not be opened', async () => {
    await writeFile(path.join(folder, 'one.md'), '# One\n\nText.');
    const files = [path.join(folder, 'one.md'), path.join(folder, 'gone.txt')];
    const { page } = await launch('user-data', files);
    await page.getByTestId('reader').getByText('Text.').waitFor();
    await page.getByTestId('notices').getByText('gone.txt').waitFor();
    const started = await call(page, 'app.start', {});
    if (!started.ok) throw new Error(started.error.message);
    const { documents, open, notices } = started.value;
    expect(documents.find((entry) => entry.id === open)?.title).toBe('One');
    expect(notices.map((notice) => notice.message)).toEqual([expect.stringContaining('gone.txt')]);
  });

  it('begins with the welcome document once, and opens where it was left', async () => {
    const first = await launch();
    const started = await call(first.page, 'app.start', {});
    if (!started.ok || started.value.open === null) throw new Error('no welcome document');
    const opened = await call(first.page, 'document.open', { id: started.value.open });
    if (!opened.ok) throw new Error(opened.error.message);
    expect(opened.value.annotations.length).toBeGreaterThan(0);
    await call(first.page, 'document.remove', { id: started.value.open });
    const bounds = { x: 40, y: 60, width: 900, height: 650 };
    await first.app.evaluate(({ BrowserWindow }, wanted) => {
      BrowserWindow.getAllWindows()[0]?.setBounds(wanted);
    }, bounds);
    await first.close();

    const second = await launch();
    const again = await call(second.page, 'app.start', {});
    expect(again.ok && again.value.documents.every((entry) => entry.removed !== null)).toBe(true);
    const found = await second.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.getBounds(),
    );
    expect(found).toMatchObject({ width: 900, height: 650 });
  });

  it('has a menu of the commands, which leaves single keys to the text', async () => {
    const { app } = await launch();
    const inMenu = commands.filter(({ keysOnly }) => keysOnly !== true);
    const items = await app.evaluate(
      ({ Menu }, ids) => {
        const menu = Menu.getApplicationMenu();
        return ids.map((id) => {
          const item = menu?.getMenuItemById(id);
          return [id, item?.label, item?.registerAccelerator];
        });
      },
      inMenu.map((command) => command.id),
    );
    expect(items).toEqual(
      inMenu.map(({ id, title, scope, shortcut }) => {
        const bare = shortcut !== null && /^(Shift\+)?.$/.test(shortcut);
        return [id, title, scope === 'app' && shortcut !== null && !bare];
      }),
    );
  });

  it('has what was done on disk when a signal ends it', async () => {
    const { page, app } = await launch();
    const bytes = await page.evaluate(() => {
      const bridge = (
        globalThis as unknown as {
          commonplace: { call: (name: string, input: unknown) => Promise<string> };
        }
      ).commonplace;
      return bridge.call('import.bytes', {
        name: 'kept.txt',
        bytes: new TextEncoder().encode('Kept.'),
      });
    });
    expect(JSON.parse(bytes)).toMatchObject({ ok: true });
    const child = app.process();
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    expect(await gone).toBe(0);
    const { page: after } = await launch();
    const started = await call(after, 'app.start', {});
    expect(started.ok && started.value.documents.some((entry) => entry.title === 'Kept')).toBe(
      true,
    );
  });
});

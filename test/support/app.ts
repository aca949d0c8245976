import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CommandId } from '../../core/commands.ts';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';

export const repository = path.resolve(import.meta.dirname, '../..');

export interface LaunchOptions {
  readonly library: string;
  readonly userData: string;
  /** Files to open, or switches. */
  readonly args?: readonly string[];
  readonly theme?: 'light' | 'dark';
  /** Of the page, in CSS px. */
  readonly size?: { readonly width: number; readonly height: number };
}

export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Quits as a reader does; all is on disk then. Harmless when it is closed already. */
  readonly close: () => Promise<void>;
  /** Chooses an item of the menu bar by the id of its command. */
  readonly chooseMenu: (id: CommandId) => Promise<void>;
  /** What the system's next dialog for saving answers; null for "Cancel". */
  readonly answerSaveDialog: (path: string | null) => Promise<void>;
  /** What the system's next dialog for opening answers. */
  readonly answerOpenDialog: (paths: readonly string[]) => Promise<void>;
  /** SIGKILL: nothing can be finished. */
  readonly kill: () => Promise<void>;
}

/** Starts the built program on its own library and settings, and waits for its window. */
export async function launchApp(options: LaunchOptions): Promise<RunningApp> {
  const { library, userData, args = [], theme, size } = options;
  const { executable, env } = await electron();
  const asRoot = process.getuid?.() === 0;
  const app = await _electron.launch({
    executablePath: executable,
    args: [repository, ...(asRoot ? ['--no-sandbox'] : []), '--library', library, ...args],
    chromiumSandbox: !asRoot,
    ...(theme === undefined ? {} : { colorScheme: theme }),
    env: { ...env, COMMONPLACE_USER_DATA: userData },
  });
  const page = await app.firstWindow();
  // A page that wants to stay may: the driver by itself would let the window go.
  page.on('dialog', (asked) => void asked.dismiss().catch(() => undefined));
  await page.waitForLoadState('load');
  if (size !== undefined) {
    await app.evaluate(({ BrowserWindow }, { width, height }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
    }, size);
  }
  // Playwright forgets the process of a program that ended.
  const child = app.process();
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  return {
    app,
    page,
    close: async () => {
      if (child.exitCode === null && child.signalCode === null) await app.close();
    },
    chooseMenu: (id) =>
      app.evaluate(({ Menu }, wanted) => {
        const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
        if (item === null || item === undefined) throw new Error(`no menu item ${wanted}`);
        (item.click as () => void)();
      }, id),
    answerSaveDialog: (file) =>
      app.evaluate(({ dialog }, answer) => {
        dialog.showSaveDialog = () =>
          Promise.resolve({ canceled: answer === null, filePath: answer ?? '' });
      }, file),
    answerOpenDialog: (files) =>
      app.evaluate(({ dialog }, answer) => {
        dialog.showOpenDialog = () =>
          Promise.resolve({ canceled: answer.length === 0, filePaths: [...answer] });
      }, files),
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await gone;
    },
  };
}

export interface ElectronRuntime {
  readonly executable: string;
  /** The environment to start it in. */
  readonly env: Record<string, string>;
}

/** The runtime that this machine has, and the environment of a program without a session bus. */
export async function electron(): Promise<ElectronRuntime> {
  const script = pathToFileURL(path.join(repository, 'scripts/electron-runtime.mjs')).href;
  const { electronRuntime, electronExecutable } = (await import(script)) as {
    readonly electronRuntime: () => Promise<string>;
    readonly electronExecutable: (folder: string) => string;
  };
  const known = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const env: Record<string, string> = Object.fromEntries(known);
  // What vitest sets for itself is nothing that the program would meet.
  for (const name of ['NODE_ENV', 'VITEST', 'ELECTRON_RENDERER_URL'])
    Reflect.deleteProperty(env, name);
  return {
    executable: electronExecutable(await electronRuntime()),
    env: { DBUS_SESSION_BUS_ADDRESS: 'disabled:', ...env },
  };
}

import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, dialog, type BrowserWindow } from 'electron';
import type { CommandId } from '../../core/commands.ts';
import { shellMessages as messages } from '../../core/messages/en/shell.ts';
import { importPaths } from '../actions/import-into-library.ts';
import { createDispatch } from '../dispatch.ts';
import { createHandlers } from '../handlers.ts';
import { installationName } from '../installation.ts';
import { defaultLibrary } from '../library-folder.ts';
import { TextSearch } from '../search/text-search.ts';
import type { Services } from '../services.ts';
import { createImporter, rebuilder } from '../source-importer.ts';
import { openLibrary } from '../store/library.ts';
import { openSettings, openSmallStore } from '../store/settings-store.ts';
import { openWelcome, type Welcome } from '../welcome.ts';
import { bundledWelcome } from '../welcome-bundled.ts';
import { windowStateSchema } from '../window-bounds.ts';
import { addContextMenu } from './context-menu.ts';
import { electronServices } from './electron-services.ts';
import { endWell } from './ending.ts';
import { hardenSession } from './hardening.ts';
import { origin } from './identity.ts';
import type { Incoming } from './incoming.ts';
import { answerCalls, sendEvent } from './ipc.ts';
import { setMenu } from './menu.ts';
import { servePages } from './protocol.ts';
import { applyTheme } from './theme.ts';
import { createWindow } from './window.ts';

export interface RunOptions {
  readonly files: readonly string[];
  readonly library: string | null;
  readonly devServer: string | null;
  readonly incoming: Incoming;
}

const log = (message: string, error: unknown) => {
  console.error(message, error);
};

/** The composition root: opens the library, makes the window, and ties the two together. */
export async function runApp({ files, library: named, devServer, incoming }: RunOptions) {
  await app.whenReady();
  hardenSession(devServer);
  servePages(path.join(import.meta.dirname, '../renderer'));

  const stamp = { id: () => randomUUID(), now: () => new Date().toISOString() };
  const userData = app.getPath('userData');
  const settings = await openSettings(userData, { stamp });
  const state = await openSmallStore(
    path.join(userData, 'window.json'),
    'window',
    windowStateSchema.nullable(),
    null,
    { stamp },
  );
  const { theme } = settings.read();
  applyTheme(theme);
  const devTools = !app.isPackaged;
  const window = createWindow({ state, theme, devTools, log });

  const beside = (name: string) => pathToFileURL(path.join(import.meta.dirname, name));
  const importer = createImporter(beside('import-worker.js'));
  const search = new TextSearch(beside('search-worker.js'));
  const folder = named ?? defaultLibrary(process.env, app.getPath('documents'));
  const opened = await openLibrary({
    folder,
    program: 'app',
    installation: installationName(process.env, process.platform),
    dailyBackup: true,
    stamp,
    rebuild: rebuilder(importer),
    onNotice: (notice) => {
      sendEvent(window, 'notice.raised', notice);
    },
    onChanged: (edit) => {
      sendEvent(window, 'library.changed', edit);
    },
  });
  if (!opened.ok) {
    giveUp(messages.cannotOpen(folder, opened.error.message));
    return;
  }
  const library = opened.value;

  const welcome = bundledWelcome();
  const services = electronServices({
    window,
    library,
    importer,
    search,
    settings,
    welcome,
    files,
    stamp,
  });
  const line = answerCalls(window, createDispatch(createHandlers(services), log), devServer);
  endWell(async () => {
    search.close();
    await line.close();
    await services.startup;
    await library.close();
  });
  const choose = (id: CommandId) => {
    void chosen(services, welcome, id);
  };
  setMenu({ mac: services.platform === 'mac', devTools, choose });
  addContextMenu(window);
  await window.loadURL(devServer ?? `${origin}/index.html`);
  incoming.listen((paths) => void takeIn(window, services, paths));
}

/** The window does what was chosen; the welcome document is main's own. */
async function chosen(services: Services, welcome: Welcome, id: CommandId): Promise<void> {
  if (id !== 'help.welcome') {
    services.emit('command.chosen', { id });
    return;
  }
  const opened = await openWelcome(services, welcome);
  if (opened.ok) {
    const result = { kind: 'known', entry: opened.value } as const;
    services.emit('import.finished', [{ name: opened.value.sourceName, result }]);
  } else {
    const { message } = opened.error;
    services.emit('notice.raised', { id: services.stamp.id(), tone: 'warning', message });
  }
}

async function takeIn(
  window: BrowserWindow,
  services: Services,
  paths: readonly string[],
): Promise<void> {
  await services.startup;
  const imported = await importPaths(services, paths);
  if (!window.isDestroyed()) services.emit('import.finished', imported);
}

/** In words, on the screen and for whoever started it from a terminal. */
function giveUp(why: string): void {
  process.stderr.write(`commonplace: ${why.replace(/\s*\n\s*/g, ' ')}\n`);
  dialog.showErrorBox(messages.cannotOpenTitle, why);
  app.exit(1);
}

import path from 'node:path';
import { app, type BrowserWindow } from 'electron';
import type { CommandId } from '../../core/commands.ts';
import { shellMessages as messages } from '../../core/messages/en/shell.ts';
import type { KeyChoice } from '../../core/model/keymaps.ts';
import { readStartLook } from '../start-look.ts';
import { failed } from '../store/outcome.ts';
import { addContextMenu } from './context-menu.ts';
import { endWell } from './ending.ts';
import { hardenSession } from './hardening.ts';
import { origin } from './identity.ts';
import type { Incoming } from './incoming.ts';
import { answerCalls } from './ipc.ts';
import { setMenu } from './menu.ts';
import { servePages } from './protocol.ts';
import { applyTheme } from './theme.ts';
import { createWindow, showWhenDrawn } from './window.ts';

export interface RunOptions {
  readonly files: readonly string[];
  readonly library: string | null;
  readonly devServer: string | null;
  readonly incoming: Incoming;
  /** The folder of the built entry; a chunk of it may stand elsewhere. */
  readonly program: string;
}

/**
 * While the system's part of the program gets ready, open-app.ts brings in the stores and opens the library; the window
 * comes as soon as it can, and what its page asks for before the library is there waits for it. So this file and what it
 * imports stay small.
 */
export async function runApp(options: RunOptions): Promise<void> {
  const { files, library, devServer, incoming, program } = options;
  const { theme, keys, left } = readStartLook(app.getPath('userData'));
  let show: (window: BrowserWindow) => void = () => undefined;
  const shown = new Promise<BrowserWindow>((resolve) => {
    show = resolve;
  });
  const devTools = !app.isPackaged;
  const showMenu = (chosen: KeyChoice): void => {
    const choose = (id: CommandId) => {
      void opening.then((opened) => opened?.chosen(id));
    };
    setMenu({ mac: process.platform === 'darwin', devTools, choose, keys: chosen });
  };
  // Null: it could not be opened, the reader has been told why, and the program ends.
  const opening = import('./open-app.ts').then(({ openApp }) =>
    openApp({ window: shown, theme, files, library, program, keysChanged: showMenu }),
  );
  await app.whenReady();
  hardenSession(devServer);
  servePages(path.join(program, '../renderer'), async (document, file) => {
    const picture = await (await opening)?.picture(document, file);
    return picture?.ok === true ? picture.value : null;
  });
  applyTheme(theme);

  const window = createWindow({ left, theme, devTools, program });
  const loaded = window.loadURL(devServer ?? `${origin}/index.html`);
  show(window);
  showWhenDrawn(window, left, opening);
  const line = answerCalls(
    window,
    async (name, input) =>
      (await opening)?.dispatch(name, input) ?? failed('internal', messages.internal),
    devServer,
  );
  endWell(async () => {
    await line.close();
    await (await opening)?.close();
  });
  showMenu(keys);
  addContextMenu(window);
  await loaded;
  incoming.listen((what) => void opening.then((opened) => opened?.takeIn(what)));
}

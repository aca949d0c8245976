import { app, Menu } from 'electron';
import { hardenContents, hardenProcess } from './shell/hardening.ts';
import { collectIncoming, type HandedOver } from './shell/incoming.ts';
import { registerScheme } from './shell/protocol.ts';
import { runApp } from './shell/run-app.ts';
import { linkScheme } from '../core/exchange/place-link.ts';
import { readStartArguments } from './start-arguments.ts';

// What must be said before the app is ready; run-app.ts puts the rest together.

const devServer = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null);
const userData = process.env['COMMONPLACE_USER_DATA'];
if (!app.isPackaged && userData !== undefined && !app.commandLine.hasSwitch('user-data-dir')) {
  app.setPath('userData', userData);
}
registerScheme();
// Electron makes a menu of its own while the app gets ready, unless it is told that there is none.
Menu.setApplicationMenu(null);
hardenProcess(devServer);
hardenContents(devServer);

const appFolder = app.isPackaged ? null : app.getAppPath();
const { files, links, library } = readStartArguments(process.argv, process.cwd(), appFolder);
const handOver: HandedOver = { files: [...files], links: [...links] };

// In development the address would start a bare Electron.
if (app.isPackaged) app.setAsDefaultProtocolClient(linkScheme);

if (app.requestSingleInstanceLock(handOver)) {
  // Not awaited: Electron is ready only when this module has been loaded.
  void runApp({
    files,
    library,
    devServer,
    incoming: collectIncoming(links),
    program: import.meta.dirname,
  });
} else {
  app.exit(0); // The first one has the files now.
}

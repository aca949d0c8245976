import path from 'node:path';
import { app, MessageChannelMain, session, WebContentsView } from 'electron';
import type { ImportEnd, StartImportProcess } from '../importers/import-process.ts';
import { hardenImportSession } from './hardening.ts';
import { importHost, scheme } from './identity.ts';
import { serveImportPage } from './protocol.ts';

/** Kept in memory, and apart from what the window's page has. */
const partition = 'import';
const startMilliseconds = 15_000;

/**
 * A page without a window, in a process of its own in the sandbox of the system: it sees no file, no network and no Node,
 * and talks to the program over one port. `program` is the folder of the built entry.
 */
export function pageImportProcess(program: string): StartImportProcess {
  let ready: Promise<void> | null = null;
  return async () => {
    ready ??= app.whenReady().then(() => {
      const own = session.fromPartition(partition);
      hardenImportSession(own);
      serveImportPage(own.protocol, path.join(program, '../importer'));
    });
    await ready;
    return startPage(path.join(program, '../preload/import-preload.cjs'));
  };
}

const startPage = async (preload: string): ReturnType<StartImportProcess> => {
  // Whoever kills it must hold it: Electron ends the page of a view that nobody holds.
  const view = new WebContentsView({
    webPreferences: {
      partition,
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
      // It is never seen, and should be quick all the same.
      backgroundThrottling: false,
      images: false,
      webgl: false,
    },
  });
  const contents = view.webContents;
  let pid = 0;
  const ended = new Promise<ImportEnd>((resolve) => {
    contents.once('render-process-gone', (_event, { reason }) => {
      resolve(reason === 'oom' ? 'out-of-memory' : 'crashed');
    });
    contents.once('destroyed', () => {
      resolve('crashed');
    });
  });
  const kill = (): void => {
    if (contents.isDestroyed()) return;
    if (pid > 0) contents.forcefullyCrashRenderer();
    view.webContents.close();
  };
  try {
    await loaded(contents.loadURL(`${scheme}://${importHost}/`));
    pid = contents.getOSProcessId();
  } catch (error) {
    kill();
    throw error;
  }
  const { port1: port, port2 } = new MessageChannelMain();
  contents.postMessage('import-port', null, [port2]);
  port.start();
  return {
    ended,
    read: (job) =>
      new Promise((resolve) => {
        port.once('message', ({ data }) => {
          resolve(data);
        });
        port.postMessage(job);
      }),
    memory: () => {
      const metric = app.getAppMetrics().find((one) => one.pid === pid);
      return metric === undefined ? null : metric.memory.workingSetSize * 1024;
    },
    kill: () => {
      port.close();
      kill();
    },
    // Pages without a window never keep the program from ending.
    hold: () => undefined,
  };
};

/** A page that does not come would hold up every source after it. */
function loaded(loading: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('the page for reading sources did not load'));
    }, startMilliseconds);
  });
  return Promise.race([loading, late]).finally(() => {
    clearTimeout(timer);
  });
}

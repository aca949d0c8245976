import { app, BrowserWindow } from 'electron';

/** Files that the system hands over: by a second start, or by "Open with" on a Mac, which may come before the window. */
export interface Incoming {
  /** The listener hears of those that came before, too. */
  readonly listen: (receive: (files: readonly string[]) => void) => void;
}

/** What a second start gives the first one; Chromium may change the command line on its way, so it is not read there. */
export interface HandedOver {
  readonly files: readonly string[];
}

/** Must be called before the app is ready. */
export function collectIncoming(): Incoming {
  const early: string[] = [];
  let receive = (files: readonly string[]) => {
    early.push(...files);
  };
  app.on('open-file', (event, file) => {
    event.preventDefault();
    receive([file]);
  });
  app.on('second-instance', (_event, _argv, _cwd, data) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized() === true) window.restore();
    window?.show();
    window?.focus();
    const files = filesIn(data);
    if (files.length > 0) receive(files);
  });
  return {
    listen: (listener) => {
      receive = listener;
      if (early.length > 0) listener(early);
    },
  };
}

/** By hand: the first moments of a start do without the schemas. What is no HandedOver holds no files. */
function filesIn(data: unknown): readonly string[] {
  if (typeof data !== 'object' || data === null || !('files' in data)) return [];
  const { files } = data;
  return Array.isArray(files) && files.every((file) => typeof file === 'string') ? files : [];
}

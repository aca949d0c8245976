import { app, BrowserWindow } from 'electron';
import { z } from 'zod';

/** Files that the system hands over: by a second start, or by "Open with" on a Mac, which may come before the window. */
export interface Incoming {
  /** The listener hears of those that came before, too. */
  readonly listen: (receive: (files: readonly string[]) => void) => void;
}

const handedOver = z.object({ files: z.array(z.string()) });

/** What a second start gives the first one; Chromium may change the command line on its way, so it is not read there. */
export type HandedOver = z.infer<typeof handedOver>;

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
    const given = handedOver.safeParse(data);
    if (given.success && given.data.files.length > 0) receive(given.data.files);
  });
  return {
    listen: (listener) => {
      receive = listener;
      if (early.length > 0) listener(early);
    },
  };
}

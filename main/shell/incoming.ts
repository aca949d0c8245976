import { app, BrowserWindow } from 'electron';

/** What the system hands over: by a second start, or by "Open with" or a link on a Mac, which may come before the window. */
export interface HandedOver {
  readonly files: readonly string[];
  /** Addresses of our own scheme, as they came. */
  readonly links: readonly string[];
}

export interface Incoming {
  /** The listener hears of what came before, too. */
  readonly listen: (receive: (what: HandedOver) => void) => void;
}

/** Must be called before the app is ready. `links` are those of this start. */
export function collectIncoming(links: readonly string[]): Incoming {
  const early: HandedOver[] = [{ files: [], links }];
  let receive = (what: HandedOver) => {
    early.push(what);
  };
  app.on('open-file', (event, file) => {
    event.preventDefault();
    receive({ files: [file], links: [] });
  });
  app.on('open-url', (event, link) => {
    event.preventDefault();
    receive({ files: [], links: [link] });
  });
  app.on('second-instance', (_event, _argv, _cwd, data) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized() === true) window.restore();
    window?.show();
    window?.focus();
    // Chromium may change the command line on its way, so it is not read here.
    receive({ files: textsIn(data, 'files'), links: textsIn(data, 'links') });
  });
  return {
    listen: (listener) => {
      receive = (what) => {
        if (what.files.length + what.links.length > 0) listener(what);
      };
      early.splice(0).forEach(receive);
    },
  };
}

/** By hand: the first moments of a start do without the schemas. What is no HandedOver holds nothing. */
function textsIn(data: unknown, name: keyof HandedOver): readonly string[] {
  if (typeof data !== 'object' || data === null) return [];
  const texts: unknown = Reflect.get(data, name);
  return Array.isArray(texts) && texts.every((text) => typeof text === 'string') ? texts : [];
}

import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, dialog, type BrowserWindow } from 'electron';
import type { CommandId } from '../../core/commands.ts';
import { shellMessages as messages } from '../../core/messages/en/shell.ts';
import type { KeyChoice } from '../../core/model/keymaps.ts';
import type { Theme } from '../../core/model/themes.ts';
import { openPlace } from '../actions/open-place.ts';
import { createDispatch, type Dispatch } from '../dispatch.ts';
import { createHandlers } from '../handlers.ts';
import { ImportHost } from '../importers/import-host.ts';
import type { ImportRuns } from '../imports/import-runs.ts';
import { installationName } from '../installation.ts';
import { defaultLibrary } from '../library-folder.ts';
import { RuleSearch } from '../search/rule-search.ts';
import { TextSearch } from '../search/text-search.ts';
import type { Services } from '../services.ts';
import { createImporter, rebuilder } from '../source-importer.ts';
import { openLibrary } from '../store/library.ts';
import type { Library } from '../store/library-types.ts';
import { openSettings, openSmallStore } from '../store/settings-store.ts';
import { openWelcome, type Welcome } from '../welcome.ts';
import { bundledWelcome } from '../welcome-bundled.ts';
import { windowStateSchema } from '../window-state.ts';
import { electronServices } from './electron-services.ts';
import { pageImportProcess } from './import-process.ts';
import type { HandedOver } from './incoming.ts';
import { sendEvent } from './ipc.ts';
import { applyTheme, paperColour } from './theme.ts';
import { onLeaving } from './window.ts';

export interface OpenAppOptions {
  /** Comes when the system's part is ready; the library does not wait for it. */
  readonly window: Promise<BrowserWindow>;
  /** The one that the window began with. */
  readonly theme: Theme;
  readonly files: readonly string[];
  readonly library: string | null;
  readonly program: string;
  /** The menu shows other keys from now on. */
  readonly keysChanged: (keys: KeyChoice) => void;
}

export interface OpenedApp {
  readonly dispatch: Dispatch;
  readonly picture: Library['picture'];
  /** From the menu. */
  readonly chosen: (id: CommandId) => Promise<void>;
  /** Files and links that the system hands over. */
  readonly takeIn: (what: HandedOver) => Promise<void>;
  /** Ends when everything is on disk. */
  readonly close: () => Promise<void>;
}

const log = (message: string, error: unknown) => {
  console.error(message, error);
};

/** The composition root: opens stores and library, and ties them to the window. Null: the program ends, with words. */
export async function openApp(options: OpenAppOptions): Promise<OpenedApp | null> {
  const { files, library: named, program } = options;
  let shown: BrowserWindow | null = null;
  void options.window.then((window) => {
    shown = window;
  });
  const stamp = { id: () => randomUUID(), now: () => new Date().toISOString() };
  const userData = app.getPath('userData');
  const beside = (name: string) => pathToFileURL(path.join(program, name));
  const imports = new ImportHost(pageImportProcess(program));
  const importer = createImporter(imports);
  const search = new TextSearch(beside('search-worker.js'));
  const rules = new RuleSearch(beside('search-worker.js'));
  const folder = named ?? defaultLibrary(process.env, app.getPath('documents'));
  const [settings, state, opened] = await Promise.all([
    openSettings(userData, { stamp }),
    openSmallStore(
      path.join(userData, 'window.json'),
      'window',
      windowStateSchema.nullable(),
      null,
      { stamp },
    ),
    openLibrary({
      folder,
      program: 'app',
      installation: installationName(process.env, process.platform),
      dailyBackup: true,
      stamp,
      rebuild: rebuilder(importer),
      onNotice: (notice) => {
        sendEvent(shown, 'notice.raised', notice);
      },
      onChanged: (edit) => {
        sendEvent(shown, 'library.changed', edit);
      },
    }),
  ]);
  const window = await options.window;
  if (!opened.ok) {
    giveUp(messages.cannotOpen(folder, opened.error.message));
    return null;
  }
  const library = opened.value;
  const { theme } = settings.read();
  if (theme !== options.theme && !window.isDestroyed()) {
    applyTheme(theme);
    window.setBackgroundColor(paperColour(theme));
  }
  onLeaving(window, (left) => {
    state.save(left).catch((error: unknown) => {
      log('the place of the window was not remembered', error);
    });
  });

  const welcome = bundledWelcome();
  const { services, runs } = electronServices({
    window,
    library,
    importer,
    search,
    rules,
    settings,
    welcome,
    files,
    stamp,
    keysChanged: options.keysChanged,
  });
  const dispatch = createDispatch(createHandlers(services, runs), log);
  return {
    dispatch: (name, input) => {
      // What the reader does next must not be overtaken by the news of a text that came before.
      if (!String(name).startsWith('import.')) runs.tellNow();
      return dispatch(name, input);
    },
    picture: (id, file) => library.picture(id, file),
    chosen: (id) => chosen(services, welcome, id),
    takeIn: (what) => takeIn(window, services, runs, what),
    close: async () => {
      search.close();
      rules.stop();
      const { late } = await services.startup;
      runs.cancel();
      await late;
      imports.close();
      await library.close();
    },
  };
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
    const results = [{ name: opened.value.sourceName, result }];
    services.emit('import.finished', { results, skipped: 0, more: false, cancelled: false });
  } else {
    const { message } = opened.error;
    services.emit('notice.raised', { id: services.stamp.id(), tone: 'warning', message });
  }
}

async function takeIn(
  window: BrowserWindow,
  services: Services,
  runs: ImportRuns,
  { files, links }: HandedOver,
): Promise<void> {
  await services.startup;
  if (files.length > 0) {
    const run = await runs.paths(files);
    if (!window.isDestroyed()) services.emit('import.finished', run);
  }
  for (const link of links) if (!window.isDestroyed()) openPlace(services, link);
}

/** In words, on the screen and for whoever started it from a terminal. */
function giveUp(why: string): void {
  process.stderr.write(`commonplace: ${why.replace(/\s*\n\s*/g, ' ')}\n`);
  dialog.showErrorBox(messages.cannotOpenTitle, why);
  app.exit(1);
}

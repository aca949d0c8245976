import { isDeepStrictEqual } from 'node:util';
import { app, clipboard, shell, type BrowserWindow } from 'electron';
import type { Stamp } from '../../core/edit/patch.ts';
import type { KeyChoice } from '../../core/model/keymaps.ts';
import type { Settings } from '../../core/model/settings.ts';
import { prepareStart } from '../actions/prepare-start.ts';
import { ImportRuns } from '../imports/import-runs.ts';
import type { Emit, Importer, RuleFollower, Search, Services } from '../services.ts';
import type { Library } from '../store/library-types.ts';
import type { SmallStore } from '../store/settings-store.ts';
import type { Welcome } from '../welcome.ts';
import { createDialogs } from './dialogs.ts';
import { sendEvent } from './ipc.ts';
import { applyTheme, paperColour } from './theme.ts';

export interface ServiceParts {
  readonly window: BrowserWindow;
  readonly library: Library;
  readonly importer: Importer;
  readonly search: Search;
  readonly rules: RuleFollower;
  readonly settings: SmallStore<Settings>;
  readonly welcome: Welcome;
  readonly files: readonly string[];
  readonly stamp: Stamp;
  readonly keysChanged: (keys: KeyChoice) => void;
}

/** The ports of main/services.ts, by Electron, and what takes files in by them. */
export function electronServices(parts: ServiceParts): {
  readonly services: Services;
  readonly runs: ImportRuns;
} {
  const { window, library, importer, search, rules, settings, welcome, files, stamp } = parts;
  const recent = {
    add: (file: string) => {
      app.addRecentDocument(file);
    },
  };
  const emit: Emit = (name, payload) => {
    sendEvent(window, name, payload);
  };
  const taking = { library, importer, stamp, recent, emit };
  const runs = new ImportRuns(taking);
  const services: Services = {
    version: app.getVersion(),
    platform: platform(),
    library,
    importer,
    search,
    rules,
    stamp,
    recent,
    settings: {
      ...settings,
      save: (next) => {
        const { keymap, shortcuts } = settings.read();
        if (next.keymap !== keymap || !isDeepStrictEqual(next.shortcuts, shortcuts)) {
          parts.keysChanged(next);
        }
        if (next.theme !== settings.read().theme) {
          applyTheme(next.theme);
          window.setBackgroundColor(paperColour(next.theme));
        }
        return settings.save(next);
      },
    },
    dialogs: createDialogs(window),
    clipboard: {
      // Electron 33 writes at once, 44 and later answer with a promise: awaiting fits both.
      writeText: async (text) => {
        await Promise.resolve(clipboard.writeText(text));
      },
    },
    opener: { open: (href) => shell.openExternal(href) },
    emit,
    startup: prepareStart(taking, runs, files, welcome),
  };
  return { services, runs };
}

function platform(): Services['platform'] {
  if (process.platform === 'darwin') return 'mac';
  return process.platform === 'win32' ? 'windows' : 'linux';
}

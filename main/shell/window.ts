import path from 'node:path';
import { BrowserWindow, screen } from 'electron';
import type { Theme } from '../../core/model/themes.ts';
import type { SmallStore } from '../store/settings-store.ts';
import { smallestWindow, windowBounds, type WindowState } from '../window-bounds.ts';
import { paperColour } from './theme.ts';

export interface WindowOptions {
  readonly state: SmallStore<WindowState | null>;
  readonly theme: Theme;
  readonly devTools: boolean;
  readonly log: (message: string, error: unknown) => void;
}

/** The one window, shown when its page has drawn something, where the last one was. */
export function createWindow({ state, theme, devTools, log }: WindowOptions): BrowserWindow {
  const { primaryDisplay, others } = displays();
  const window = new BrowserWindow({
    ...windowBounds(state.read(), [primaryDisplay, ...others]),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: 'Commonplace',
    backgroundColor: paperColour(theme),
    webPreferences: {
      preload: path.join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools,
      // Permission handlers do not cover the file picker of the File System Access API.
      disableBlinkFeatures: 'Auxclick,FileSystemAccessLocal',
    },
  });
  window.once('ready-to-show', () => {
    if (state.read()?.maximized === true) window.maximize();
    window.show();
  });
  window.on('close', () => {
    const left = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    state.save(left).catch((error: unknown) => {
      log('the place of the window was not remembered', error);
    });
  });
  return window;
}

function displays() {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id);
  return {
    primaryDisplay: primary.workArea,
    others: others.map((display) => display.workArea),
  };
}

import path from 'node:path';
import { BrowserWindow, screen } from 'electron';
import type { Theme } from '../../core/model/themes.ts';
import { smallestWindow, windowBounds, type WindowState } from '../window-bounds.ts';
import { paperColour } from './theme.ts';

export interface WindowOptions {
  /** How the last one was left. */
  readonly left: WindowState | null;
  readonly theme: Theme;
  readonly devTools: boolean;
  readonly program: string;
}

/** The one window, hidden, where the last one was. */
export function createWindow({ left, theme, devTools, program }: WindowOptions): BrowserWindow {
  const { primaryDisplay, others } = displays();
  const window = new BrowserWindow({
    ...windowBounds(left, [primaryDisplay, ...others]),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: 'Commonplace',
    backgroundColor: paperColour(theme),
    webPreferences: {
      preload: path.join(program, '../preload/preload.cjs'),
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
  return window;
}

/** Shows it when its page has drawn something and the library is open. */
export function showWhenDrawn(
  window: BrowserWindow,
  left: WindowState | null,
  opening: Promise<unknown>,
): void {
  window.once('ready-to-show', () => {
    void opening.then((opened) => {
      if (opened === null || window.isDestroyed()) return;
      if (left?.maximized === true) window.maximize();
      window.show();
    });
  });
}

/** Calls `remember` with how the window is left, as often as it is closed. */
export function onLeaving(window: BrowserWindow, remember: (state: WindowState) => void): void {
  window.on('close', () => {
    remember({ ...window.getNormalBounds(), maximized: window.isMaximized() });
  });
}

function displays() {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id);
  return {
    primaryDisplay: primary.workArea,
    others: others.map((display) => display.workArea),
  };
}

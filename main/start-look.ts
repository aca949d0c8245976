import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defaultSettings } from '../core/model/default-settings.ts';
import { keymaps, type KeyChoice } from '../core/model/keymaps.ts';
import { themes, type Theme } from '../core/model/themes.ts';
import type { WindowState } from './window-bounds.ts';

/** What the window must know before the stores are loaded. */
export interface StartLook {
  readonly theme: Theme;
  /** For the menu. */
  readonly keys: KeyChoice;
  readonly left: WindowState | null;
}

/**
 * Looks into the two small files without the stores and their schemas, so that the window can begin at once. What is
 * not as expected counts as not there; the stores read the files again, and mend and report what is wrong with them.
 */
export function readStartLook(userData: string): StartLook {
  const { theme, keymap, shortcuts } = dataOf(path.join(userData, 'settings.json'));
  const { x, y, width, height, maximized } = dataOf(path.join(userData, 'window.json'));
  const placed = isInt(x) && isInt(y) && isInt(width) && isInt(height) && width > 0 && height > 0;
  return {
    theme: themes.find((known) => known === theme) ?? defaultSettings.theme,
    keys: {
      keymap: keymaps.find((known) => known === keymap) ?? defaultSettings.keymap,
      shortcuts: isShortcuts(shortcuts) ? shortcuts : defaultSettings.shortcuts,
    },
    left: placed ? { x, y, width, height, maximized: maximized === true } : null,
  };
}

function dataOf(file: string): Readonly<Record<string, unknown>> {
  try {
    const envelope: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const data = isRecord(envelope) ? envelope['data'] : null;
    return isRecord(data) ? data : {};
  } catch {
    return {}; // Not there at the first start; anything else is for the store to say.
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isShortcuts(value: unknown): value is KeyChoice['shortcuts'] {
  if (!isRecord(value)) return false;
  return Object.values(value).every((each) => each === null || typeof each === 'string');
}

function isInt(value: unknown): value is number {
  return Number.isInteger(value);
}

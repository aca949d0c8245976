import { nativeTheme } from 'electron';
import type { Theme } from '../../core/model/themes.ts';

/** System dialogs and menus know light and dark alone; sepia is a light theme to them. */
export function applyTheme(theme: Theme): void {
  nativeTheme.themeSource = theme === 'sepia' ? 'light' : theme;
}

/** The paper of each theme, shown until the page has drawn itself; renderer/styles/tokens.css has them in OKLCH. */
export function paperColour(theme: Theme): string {
  if (theme === 'sepia') return '#f5ecda';
  return nativeTheme.shouldUseDarkColors ? '#1c1e22' : '#fdfcf9';
}

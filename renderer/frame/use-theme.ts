import { useLayoutEffect } from 'react';
import { useApp } from '../state/context.ts';
import { useMedia } from '../ui/use-media.ts';

/** Puts the chosen theme, or the system's, on the page, before anything of it is painted. */
export function useTheme(): void {
  const chosen = useApp(({ settings }) => settings.theme);
  const dark = useMedia('(prefers-color-scheme: dark)');
  const theme = chosen === 'system' ? (dark ? 'dark' : 'light') : chosen;
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}

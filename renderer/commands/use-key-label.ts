import { useCallback } from 'react';
import type { CommandId } from '../../core/commands.ts';
import { keyLabel } from '../../core/keys/key-labels.ts';
import { shortcutOf } from '../../core/keys/shortcuts.ts';
import { useApp } from '../state/context.ts';

/** The key of a command now, as this platform prints it. */
export function useKeyLabel(): (id: CommandId) => string | null {
  const platform = useApp(({ about }) => about?.platform ?? 'linux');
  const keymap = useApp(({ settings }) => settings.keymap);
  const shortcuts = useApp(({ settings }) => settings.shortcuts);
  return useCallback(
    (id) => {
      const shortcut = shortcutOf({ keymap, shortcuts }, id);
      return shortcut === null ? null : keyLabel(shortcut, platform);
    },
    [platform, keymap, shortcuts],
  );
}

import { useCallback } from 'react';
import type { CommandId } from '../../core/commands.ts';
import { shortcutLabel } from '../commands/keymap.ts';
import { useApp } from '../state/context.ts';

/** The key of a command as this platform prints it. */
export function useCommandLabel(): (id: CommandId) => string | null {
  const platform = useApp((state) => state.about?.platform ?? 'linux');
  return useCallback((id) => shortcutLabel(id, platform), [platform]);
}

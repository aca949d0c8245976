import type { CommandId } from '../../core/commands.ts';
import { Kbd } from '../ui/kbd.tsx';
import { useKeyLabel } from './use-key-label.ts';

/** The key of a command; nothing where it has none. */
export function KeyHint({ command }: { command: CommandId }) {
  const label = useKeyLabel()(command);
  return label === null ? null : <Kbd>{label}</Kbd>;
}

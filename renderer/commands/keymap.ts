import { commands, type Command, type CommandId } from '../../core/commands.ts';

interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The single-key command that a press means in the text; chords with Ctrl or Cmd belong to the native menu. */
export function readerCommand(press: KeyPress): CommandId | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  return readerCommands.find(({ shortcut }) => matches(shortcut, press))?.id ?? null;
}

const readerCommands: readonly Command[] = commands.filter(({ scope }) => scope === 'reader');

function matches(shortcut: string | null, press: KeyPress): boolean {
  if (shortcut === null) return false;
  if (shortcut === 'Delete') return press.key === 'Delete' || press.key === 'Backspace';
  if (shortcut.startsWith('Shift+')) {
    return press.shiftKey && press.key.toLowerCase() === shortcut.slice(6);
  }
  const letter = /^[a-z]$/.test(shortcut);
  return press.key === shortcut && (!letter || !press.shiftKey);
}

/** As it is printed on keys: "Ctrl ⇧ E" for "CmdOrCtrl+Shift+E". */
export function shortcutLabel(id: CommandId, platform: 'mac' | 'windows' | 'linux'): string | null {
  const shortcut = commands.find((command) => command.id === id)?.shortcut ?? null;
  if (shortcut === null) return null;
  const mac = platform === 'mac';
  const words: Record<string, string> = {
    CmdOrCtrl: mac ? '⌘' : 'Ctrl',
    Shift: mac ? '⇧' : 'Shift',
    Plus: '+',
    Delete: 'Del',
  };
  return shortcut
    .split('+')
    .map((part) => words[part] ?? part.toUpperCase())
    .join(mac ? '' : ' ');
}

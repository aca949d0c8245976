import { commands, type Command, type CommandId } from '../../core/commands.ts';

interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * The command that a chord with Ctrl, or Cmd on a Mac, or a function key means anywhere in the window. The menu shows the same chords; what
 * the page answers does not reach the menu, and what the menu catches first does not reach the page.
 */
export function chordCommand(press: KeyPress, mac: boolean): CommandId | null {
  if (functionKey.test(press.key)) return functionCommand(press);
  if (press.altKey || (mac ? press.ctrlKey : press.metaKey)) return null;
  if (!(mac ? press.metaKey : press.ctrlKey)) return null;
  if (!mac && !press.shiftKey && press.key.toLowerCase() === 'y') return 'edit.redo';
  return chords.find(({ shortcut }) => matchesChord(shortcut ?? '', press))?.id ?? null;
}

const chords: readonly Command[] = commands.filter(
  ({ shortcut, scope }) => scope === 'app' && shortcut?.startsWith('CmdOrCtrl+') === true,
);

const functionKey = /^F\d{1,2}$/;

function functionCommand(press: KeyPress): CommandId | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  const wanted = `${press.shiftKey ? 'Shift+' : ''}${press.key}`;
  return commands.find(({ shortcut }) => shortcut === wanted)?.id ?? null;
}

function matchesChord(shortcut: string, press: KeyPress): boolean {
  const parts = shortcut.split('+').slice(1);
  const key = parts.at(-1) ?? '';
  // "+" and "=" share a key on many keyboards; the plus may need Shift there.
  if (key === 'Plus') return press.key === '+' || press.key === '=';
  return (
    press.key.toLowerCase() === key.toLowerCase() && press.shiftKey === parts.includes('Shift')
  );
}

/** The command that a press means in the text: a single key, or one with Alt held. */
export function readerCommand(press: KeyPress, mac: boolean): CommandId | null {
  const chord = mac ? press.metaKey : press.ctrlKey;
  if ((mac ? press.ctrlKey : press.metaKey) || (chord && !press.altKey)) return null;
  const fits = press.altKey ? matchesHeld : matches;
  return (
    readerCommands.find(({ shortcut }) => shortcut !== null && fits(shortcut, press))?.id ?? null
  );
}

const readerCommands: readonly Command[] = commands.filter(({ scope }) => scope === 'reader');

function matches(shortcut: string, press: KeyPress): boolean {
  if (shortcut === 'Delete') return press.key === 'Delete' || press.key === 'Backspace';
  if (shortcut.startsWith('Shift+')) {
    return press.shiftKey && press.key.toLowerCase() === shortcut.slice(6);
  }
  const letter = /^[a-z]$/.test(shortcut);
  return press.key === shortcut && (!letter || !press.shiftKey);
}

/** "Alt+Shift+Right" and "CmdOrCtrl+Alt+Left": every key that is held counts. */
function matchesHeld(shortcut: string, press: KeyPress): boolean {
  const parts = shortcut.split('+');
  const key = parts.at(-1) ?? '';
  return (
    press.key === `Arrow${key}` &&
    press.altKey === parts.includes('Alt') &&
    press.shiftKey === parts.includes('Shift') &&
    (press.ctrlKey || press.metaKey) === parts.includes('CmdOrCtrl')
  );
}

/** As it is printed on keys: "Ctrl ⇧ E" for "CmdOrCtrl+Shift+E". */
export function shortcutLabel(id: CommandId, platform: 'mac' | 'windows' | 'linux'): string | null {
  const shortcut = commands.find((command) => command.id === id)?.shortcut ?? null;
  if (shortcut === null) return null;
  const mac = platform === 'mac';
  const words: Record<string, string> = {
    CmdOrCtrl: mac ? '⌘' : 'Ctrl',
    Alt: mac ? '⌥' : 'Alt',
    Shift: mac ? '⇧' : 'Shift',
    Left: '←',
    Right: '→',
    Plus: '+',
    Delete: 'Del',
  };
  return shortcut
    .split('+')
    .map((part) => words[part] ?? part.toUpperCase())
    .join(mac ? '' : ' ');
}

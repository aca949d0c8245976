import { commands, type Command, type CommandId } from '../commands.ts';
import type { KeyChoice } from '../model/keymaps.ts';
import { claims, ownShortcut, shortcutOf, standardShortcut } from './shortcuts.ts';
import { isBare, isNavigation } from './stroke.ts';

/** What a shortcut does. */
export interface Bound {
  readonly id: CommandId;
  /** Shift was held with the key of a command that extends by it. */
  readonly extend: boolean;
  /** Only where the reader is not typing; `caret`: moreover only where the caret may be moved. */
  readonly where: 'anywhere' | 'text' | 'caret';
}

export interface Bindings {
  readonly shortcuts: ReadonlyMap<string, Bound>;
  /** The first strokes of those that have two. */
  readonly prefixes: ReadonlySet<string>;
}

/**
 * From strokes to commands. Where two want the same, the one that the reader chose by hand has it, else the first of the
 * list. Under vim-like keys the standard arrows and chords count too, as far as nothing else wants them.
 */
export function bindings(choice: KeyChoice, mac: boolean): Bindings {
  const shortcuts = new Map<string, Bound>();
  const bind = (command: Command, shortcut: string | null): void => {
    if (shortcut === null) return;
    claims(command, shortcut).forEach((stroke, index) => {
      const where =
        command.scope === 'caret' ? 'caret' : inText(command, shortcut) ? 'text' : 'anywhere';
      const bound = { id: command.id, extend: index > 0, where } as const;
      if (!shortcuts.has(stroke)) shortcuts.set(stroke, bound);
    });
  };
  const byHand = commands.filter(({ id }) => ownShortcut(choice, id) !== undefined);
  for (const command of byHand) bind(command, shortcutOf(choice, command.id));
  for (const command of commands) {
    if (!byHand.includes(command)) bind(command, standardShortcut(command.id, choice.keymap));
  }
  for (const command of commands) {
    const second = standardShortcut(command.id, 'arrows');
    const fits = second !== null && (isNavigation(second) || !isBare(second));
    if (fits && !byHand.includes(command)) bind(command, second);
  }
  const redo = shortcuts.get('CmdOrCtrl+Shift+Z');
  if (!mac && redo?.id === 'edit.redo' && !shortcuts.has('CmdOrCtrl+Y')) {
    shortcuts.set('CmdOrCtrl+Y', redo);
  }
  const prefixes = [...shortcuts.keys()].flatMap((stroke) => {
    const space = stroke.indexOf(' ');
    return space === -1 ? [] : [stroke.slice(0, space)];
  });
  return { shortcuts, prefixes: new Set(prefixes) };
}

function inText({ scope }: Command, shortcut: string): boolean {
  return scope !== 'app' || isBare(shortcut);
}

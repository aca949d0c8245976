import { commands, isCommandId, type Command, type CommandId } from '../commands.ts';
import { vimKeys } from '../commands/vim-keys.ts';
import type { KeyChoice, Keymap } from '../model/keymaps.ts';
import { canonical, withShift } from './stroke.ts';

/** The key that a keymap has for a command. */
export function standardShortcut(id: CommandId, keymap: Keymap): string | null {
  const own = keymap === 'vim' ? vimKeys[id] : undefined;
  const shortcut = own === undefined ? byId(id).shortcut : own;
  return shortcut === null ? null : canonical(shortcut);
}

/** The key of a command now, in the one way to write it: the reader's own, else the keymap's. */
export function shortcutOf(choice: KeyChoice, id: CommandId): string | null {
  const own = ownShortcut(choice, id);
  return own === undefined ? standardShortcut(id, choice.keymap) : own;
}

/** What the reader chose for a command; undefined where nothing, or nothing that can be read. */
export function ownShortcut({ shortcuts }: KeyChoice, id: CommandId): string | null | undefined {
  const own = Object.hasOwn(shortcuts, id) ? shortcuts[id] : undefined;
  return typeof own === 'string' ? (canonical(own) ?? undefined) : own;
}

/** The other commands that a key belongs to already, or whose key begins with it or is the beginning of it. */
export function rivalsOf(choice: KeyChoice, id: CommandId, shortcut: string): CommandId[] {
  const wanted = claims(byId(id), shortcut);
  return commands
    .filter((other) => {
      if (other.id === id) return false;
      const theirs = shortcutOf(choice, other.id);
      return theirs !== null && clash(wanted, claims(other, theirs));
    })
    .map((other) => other.id);
}

/** Commands whose keys are in each other's way, by command. */
export function conflictsOf(choice: KeyChoice): ReadonlyMap<CommandId, readonly CommandId[]> {
  const found = new Map<CommandId, readonly CommandId[]>();
  for (const { id } of commands) {
    const shortcut = shortcutOf(choice, id);
    const rivals = shortcut === null ? [] : rivalsOf(choice, id, shortcut);
    if (rivals.length > 0) found.set(id, rivals);
  }
  return found;
}

/**
 * Gives a command a key, or none. Who has it already loses it (`take`), or gets the key that the command had (`swap`,
 * the first of several). What the keymap has anyway is not written down.
 */
export function assign(
  choice: KeyChoice,
  id: CommandId,
  shortcut: string | null,
  rivals: 'take' | 'swap' = 'take',
): KeyChoice['shortcuts'] {
  const wanted = shortcut === null ? null : canonical(shortcut);
  const before = shortcutOf(choice, id);
  let next = put(choice, id, wanted);
  if (wanted === null) return next;
  for (const rival of rivalsOf(choice, id, wanted)) next = put(withKeys(choice, next), rival, null);
  const [first] = rivalsOf(choice, id, wanted);
  if (rivals === 'take' || first === undefined || before === null) return next;
  const swapped = withKeys(choice, next);
  return rivalsOf(swapped, first, before).length === 0 ? put(swapped, first, before) : next;
}

/** Back to the keymap's key; what another command has of it meanwhile stays there and is shown as a conflict. */
export function reset({ shortcuts }: KeyChoice, id: CommandId): KeyChoice['shortcuts'] {
  return Object.fromEntries(Object.entries(shortcuts).filter(([each]) => each !== id));
}

/** All commands back to the keymap; those of another version of the program are left as they are. */
export function resetAll({ shortcuts }: KeyChoice): KeyChoice['shortcuts'] {
  return Object.fromEntries(Object.entries(shortcuts).filter(([each]) => !isCommandId(each)));
}

/** All strokes that a command answers with a key: what extends does so with Shift held too. */
export function claims({ extends: extending }: Command, shortcut: string): readonly string[] {
  const more = extending === true ? withShift(shortcut) : null;
  return more === null ? [shortcut] : [shortcut, more];
}

function put(choice: KeyChoice, id: CommandId, shortcut: string | null): KeyChoice['shortcuts'] {
  return shortcut === standardShortcut(id, choice.keymap)
    ? reset(choice, id)
    : { ...choice.shortcuts, [id]: shortcut };
}

function withKeys({ keymap }: KeyChoice, shortcuts: KeyChoice['shortcuts']): KeyChoice {
  return { keymap, shortcuts };
}

function clash(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) => b.some((other) => begins(one, other) || begins(other, one)));
}

function begins(one: string, other: string): boolean {
  return other === one || other.startsWith(`${one} `);
}

function byId(id: CommandId): Command {
  const found = commands.find((command) => command.id === id);
  if (found === undefined) throw new Error(`no command ${id}`);
  return found;
}

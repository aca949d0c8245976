import type { KeyGroup } from '../../commands.ts';
import type { Keymap } from '../../model/keymaps.ts';

const list = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');

/** The panel of all keys. */
export const keysMessages = {
  title: 'All keys',
  close: 'Close',
  find: 'Find a command or key',
  keymap: 'Keymap',
  keymaps: { arrows: 'Arrows', vim: 'Vim-like' } satisfies Record<Keymap, string>,
  snap: 'What the mouse selects takes in whole words',
  hint: 'Press a key’s button, then the new key.',
  nothing: 'No command is called so and no key does this.',
  resetAll: 'All keys back to standard',
  allReset: 'All keys are standard again',
  noKey: 'none',
  pressShort: 'Press a key…',
  press: (title: string): string => `Press a key… ${title}; Escape leaves it as it is`,
  change: (title: string, key: string | null): string => `${title}: ${key ?? 'none'}. Change`,
  none: (title: string): string => `${title}: no key`,
  reset: (title: string): string => `${title}: back to the standard key`,
  taken: (key: string, names: readonly string[]): string => `${key} belongs to ${list(names)}.`,
  swap: 'Swap keys',
  take: 'Take it',
  cancel: 'Cancel',
  conflict: (names: readonly string[]): string => `Also the key of ${list(names)}`,
  changed: (title: string, key: string): string => `${title} is now ${key}`,
  gone: (title: string): string => `${title} has no key now`,
  wasReset: (title: string): string => `${title} has its standard key again`,
  groups: {
    mark: 'Marks and text',
    caret: 'Reading caret',
    file: 'File',
    edit: 'Edit',
    view: 'View',
    help: 'Help',
  } satisfies Record<KeyGroup, string>,
} as const;

import { codebookCommands } from './commands/codebook.ts';
import { caretCommands } from './commands/caret.ts';
import type { CommandScope, KeyGroup } from './commands/command.ts';
import { editCommands } from './commands/edit.ts';
import { fileCommands } from './commands/file.ts';
import { findCommands } from './commands/find.ts';
import { helpCommands } from './commands/help.ts';
import { markCommands } from './commands/mark.ts';
import { tagCommands } from './commands/tags.ts';
import { viewCommands } from './commands/view.ts';

export type { KeyGroup, MenuName } from './commands/command.ts';

// Commands are data, by menu in `commands/`: menu, keymap, tooltips and help read this one list. The keys that count are
// those of keys/shortcuts.ts. What a command does stands in renderer/commands.

export interface Command {
  readonly id: CommandId;
  /** Shown in menu, tooltips and help. */
  readonly title: string;
  /** The standard one: as Electron writes accelerators, single keys as "h"; null for none. */
  readonly shortcut: string | null;
  readonly menu: KeyGroup | null;
  /** A line is drawn above it in the menu. */
  readonly separated?: boolean;
  /**
   * `reader`: a key that counts only while the text has the focus or the selection, and that a menu must not catch while
   * the reader types elsewhere. `caret`: moreover, an arrow or the like counts only while the caret is there.
   */
  readonly scope: CommandScope;
  /** Among the keys under its menu's name, but not in that menu. */
  readonly keysOnly?: boolean;
  /** With Shift held, its key selects what it goes over. */
  readonly extends?: boolean;
}

const list = [
  ...fileCommands,
  ...editCommands,
  ...findCommands,
  ...viewCommands,
  ...codebookCommands,
  ...caretCommands,
  ...markCommands,
  ...tagCommands,
  ...helpCommands,
] as const;

export type CommandId = (typeof list)[number]['id'];
export const commands: readonly Command[] = list;

export function isCommandId(id: string): id is CommandId {
  return list.some((item) => item.id === id);
}

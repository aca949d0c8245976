import { codebookCommands } from './commands/codebook.ts';
import type { MenuName } from './commands/command.ts';
import { editCommands } from './commands/edit.ts';
import { fileCommands } from './commands/file.ts';
import { findCommands } from './commands/find.ts';
import { helpCommands } from './commands/help.ts';
import { markCommands } from './commands/mark.ts';
import { tagCommands } from './commands/tags.ts';
import { viewCommands } from './commands/view.ts';

export type { MenuName } from './commands/command.ts';

// Commands are data, by menu in `commands/`: menu, keymap, tooltips and help read this one list. What a command does
// stands in renderer/commands.

export interface Command {
  readonly id: CommandId;
  /** Shown in menu, tooltips and help. */
  readonly title: string;
  /** As Electron writes accelerators, single keys as "h"; null for none. */
  readonly shortcut: string | null;
  readonly menu: MenuName | null;
  /** A line is drawn above it in the menu. */
  readonly separated?: boolean;
  /**
   * `reader`: a key that counts only while the text has the focus or the selection, and that a menu must not catch while
   * the reader types elsewhere.
   */
  readonly scope: 'app' | 'reader';
  /** Among the keys under its menu's name, but not in that menu. */
  readonly keysOnly?: boolean;
}

const list = [
  ...fileCommands,
  ...editCommands,
  ...findCommands,
  ...viewCommands,
  ...codebookCommands,
  ...markCommands,
  ...tagCommands,
  ...helpCommands,
] as const;

export type CommandId = (typeof list)[number]['id'];
export const commands: readonly Command[] = list;

export function isCommandId(id: string): id is CommandId {
  return list.some((item) => item.id === id);
}

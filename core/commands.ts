// Commands are data: menu, keymap, tooltips and help read this one list. What a command does stands in renderer/commands.

export type MenuName = 'file' | 'edit' | 'view' | 'mark' | 'help';

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

const command = <Id extends string>(
  id: Id,
  title: string,
  shortcut: string | null,
  menu: MenuName | null,
  more: {
    readonly separated?: boolean;
    readonly scope?: 'app' | 'reader';
    readonly keysOnly?: boolean;
  } = {},
) => ({ id, title, shortcut, menu, scope: 'app' as const, ...more });

const reader = { scope: 'reader' } as const;
const byCharacter = { ...reader, keysOnly: true } as const;

const list = [
  command('file.import', 'Open Files…', 'CmdOrCtrl+O', 'file'),
  command('document.wholePage', 'Show the Whole Page', null, 'file', { separated: true }),
  command('document.rename', 'Rename Text…', null, 'file'),
  command('document.remove', 'Remove Text from Library', null, 'file'),
  command('export.markdown', 'Export Marks as Markdown…', 'CmdOrCtrl+Shift+E', 'file', {
    separated: true,
  }),
  command('export.jsonld', 'Export Marks as Web Annotations…', null, 'file'),
  command('export.csv', 'Export Marks as CSV…', null, 'file'),
  command('edit.undo', 'Undo', 'CmdOrCtrl+Z', 'edit'),
  command('edit.redo', 'Redo', 'CmdOrCtrl+Shift+Z', 'edit'),
  command('view.history', 'History…', 'CmdOrCtrl+Shift+H', 'edit', { separated: true }),
  command('view.bin', 'Bin…', null, 'edit'),
  command('view.backups', 'Backups…', null, 'file', { separated: true }),
  command('find.open', 'Find in Text…', 'CmdOrCtrl+F', 'edit', { separated: true }),
  command('find.next', 'Find Next', 'F3', 'edit'),
  command('find.previous', 'Find Previous', 'Shift+F3', 'edit'),
  command('go.to', 'Go To…', 'CmdOrCtrl+G', 'edit'),
  command('marks.find', 'Find Marks', 'CmdOrCtrl+Shift+F', 'edit', { separated: true }),
  command('view.library', 'Library Pane', 'CmdOrCtrl+1', 'view'),
  command('view.marks', 'Marks Pane', 'CmdOrCtrl+2', 'view'),
  command('view.contents', 'Table of Contents', 'CmdOrCtrl+3', 'view'),
  command('view.larger', 'Larger Text', 'CmdOrCtrl+Plus', 'view', { separated: true }),
  command('view.smaller', 'Smaller Text', 'CmdOrCtrl+-', 'view'),
  command('view.resetSize', 'Standard Text Size', 'CmdOrCtrl+0', 'view'),
  command('view.typography', 'Type and Theme…', 'CmdOrCtrl+,', 'view', { separated: true }),
  command('mark.highlight', 'Highlight', 'h', 'mark', reader),
  command('mark.tag', 'Tag…', 't', 'mark', reader),
  command('mark.note', 'Write Note…', 'n', 'mark', reader),
  command('mark.copy', 'Copy Quote', 'c', 'mark', reader),
  command('mark.remove', 'Delete Mark', 'Delete', 'mark', reader),
  command('mark.next', 'Next Mark', 'j', 'mark', { ...reader, separated: true }),
  command('mark.previous', 'Previous Mark', 'k', 'mark', reader),
  command('mark.cycle', 'Next Overlapping Mark', 'o', 'mark', reader),
  command('mark.endOn', 'Move End On by a Word', 'Alt+Right', 'mark', {
    ...reader,
    separated: true,
  }),
  command('mark.endBack', 'Move End Back by a Word', 'Alt+Left', 'mark', reader),
  command('mark.startOn', 'Move Start On by a Word', 'Alt+Shift+Right', 'mark', reader),
  command('mark.startBack', 'Move Start Back by a Word', 'Alt+Shift+Left', 'mark', reader),
  command(
    'mark.endOnCharacter',
    'Move End On by a Character',
    'CmdOrCtrl+Alt+Right',
    'mark',
    byCharacter,
  ),
  command(
    'mark.endBackCharacter',
    'Move End Back by a Character',
    'CmdOrCtrl+Alt+Left',
    'mark',
    byCharacter,
  ),
  command(
    'mark.startOnCharacter',
    'Move Start On by a Character',
    'CmdOrCtrl+Alt+Shift+Right',
    'mark',
    byCharacter,
  ),
  command(
    'mark.startBackCharacter',
    'Move Start Back by a Character',
    'CmdOrCtrl+Alt+Shift+Left',
    'mark',
    byCharacter,
  ),
  command('select.sentence', 'Select Sentence, Then the Next', 's', 'mark', {
    ...reader,
    separated: true,
  }),
  command('select.previousSentence', 'Select Previous Sentence', 'Shift+s', 'mark', reader),
  command('help.keys', 'All Keys', '?', 'help', reader),
  command('help.welcome', 'Welcome Document', null, 'help'),
] as const;

export type CommandId = (typeof list)[number]['id'];
export const commands: readonly Command[] = list;

export function isCommandId(id: string): id is CommandId {
  return list.some((item) => item.id === id);
}

import { command } from './command.ts';

export const editCommands = [
  command('edit.undo', 'Undo', 'CmdOrCtrl+Z', 'edit'),
  command('edit.redo', 'Redo', 'CmdOrCtrl+Shift+Z', 'edit'),
  command('view.history', 'History…', 'CmdOrCtrl+Shift+H', 'edit', { separated: true }),
  command('view.bin', 'Bin…', null, 'edit'),
  command('find.open', 'Find in Text…', 'CmdOrCtrl+F', 'edit', { separated: true }),
  command('find.next', 'Find Next', 'F3', 'edit'),
  command('find.previous', 'Find Previous', 'Shift+F3', 'edit'),
  command('go.to', 'Go To…', 'CmdOrCtrl+G', 'edit'),
  command('marks.find', 'Find Marks', 'CmdOrCtrl+Shift+F', 'edit', { separated: true }),
  command('memo.document', 'Memo on This Text…', 'CmdOrCtrl+Shift+M', 'edit', { separated: true }),
  command('memo.library', 'Memo on the Library…', null, 'edit'),
] as const;

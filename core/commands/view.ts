import { command } from './command.ts';

export const viewCommands = [
  command('view.library', 'Library Pane', 'CmdOrCtrl+1', 'view'),
  command('view.marks', 'Marks Pane', 'CmdOrCtrl+2', 'view'),
  command('view.contents', 'Table of Contents', 'CmdOrCtrl+3', 'view'),
  command('view.larger', 'Larger Text', 'CmdOrCtrl+Plus', 'view', { separated: true }),
  command('view.smaller', 'Smaller Text', 'CmdOrCtrl+-', 'view'),
  command('view.resetSize', 'Standard Text Size', 'CmdOrCtrl+0', 'view'),
  command('view.typography', 'Type and Theme…', 'CmdOrCtrl+,', 'view', { separated: true }),
] as const;

import { command, reader } from './command.ts';

export const viewCommands = [
  command('view.library', 'Library Pane', 'CmdOrCtrl+1', 'view'),
  command('view.marks', 'Marks Pane', 'CmdOrCtrl+2', 'view'),
  command('view.contents', 'Table of Contents', 'CmdOrCtrl+3', 'view'),
  command('bookmark.toggle', 'Set or Remove Bookmark', 'b', 'view', { ...reader, separated: true }),
  command('bookmark.next', 'Next Bookmark', 'Alt+B', 'view', reader),
  command('bookmark.previous', 'Previous Bookmark', 'Alt+Shift+B', 'view', reader),
  command('go.back', 'Back to Where You Were', 'Alt+Z', 'view', {
    ...reader,
    separated: true,
  }),
  command('go.forward', 'Forward Again', 'Alt+Shift+Z', 'view', reader),
  command('view.pages', 'Page View or Reading View', 'CmdOrCtrl+4', 'view'),
  command('view.larger', 'Larger Text', 'CmdOrCtrl+Plus', 'view', { separated: true }),
  command('view.smaller', 'Smaller Text', 'CmdOrCtrl+-', 'view'),
  command('view.resetSize', 'Standard Text Size', 'CmdOrCtrl+0', 'view'),
  command('view.fitPage', 'Whole Page', 'CmdOrCtrl+9', 'view'),
  command('view.typography', 'Type and Theme…', 'CmdOrCtrl+,', 'view', { separated: true }),
] as const;

import { command } from './command.ts';

export const fileCommands = [
  command('file.import', 'Open Files…', 'CmdOrCtrl+O', 'file'),
  command('file.importFolder', 'Add a Folder…', 'CmdOrCtrl+Shift+O', 'file'),
  command('document.wholePage', 'Show the Whole Page', null, 'file', { separated: true }),
  command('document.rename', 'Rename Text…', null, 'file'),
  command('document.remove', 'Remove Text from Library', null, 'file'),
  command('export.markdown', 'Export Marks as Markdown…', 'CmdOrCtrl+Shift+E', 'file', {
    separated: true,
  }),
  command('export.jsonld', 'Export Marks as Web Annotations…', null, 'file'),
  command('export.csv', 'Export Marks as CSV…', null, 'file'),
  command('view.backups', 'Backups…', null, 'file', { separated: true }),
] as const;

import { command } from './command.ts';

export const codebookCommands = [
  command('view.codebook', 'Codebook…', 'CmdOrCtrl+Shift+B', 'view', { separated: true }),
  command('view.passages', 'Passages of Tags…', 'CmdOrCtrl+Shift+T', 'view'),
  command('view.filters', 'Saved Filters…', 'CmdOrCtrl+Shift+L', 'view'),
  command('codebook.import', 'Import Codebook…', null, 'file', { separated: true }),
  command('codebook.exportCsv', 'Export Codebook as CSV…', null, 'file'),
  command('codebook.exportQdc', 'Export Codebook as REFI-QDA…', null, 'file'),
] as const;

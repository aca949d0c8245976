import { command } from './command.ts';

export const codebookCommands = [
  command('view.codebook', 'Codebook…', 'CmdOrCtrl+Shift+B', 'view', { separated: true }),
  command('view.passages', 'Passages of Tags…', 'CmdOrCtrl+Shift+T', 'view'),
] as const;

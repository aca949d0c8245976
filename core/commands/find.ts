import { command } from './command.ts';

export const findCommands = [
  command('palette.open', 'Find Anything…', 'CmdOrCtrl+K', 'edit', { separated: true }),
  command('autotag.open', 'Auto-Tag…', 'CmdOrCtrl+Shift+K', 'edit'),
] as const;

import { command } from './command.ts';

export const findCommands = [
  command('palette.open', 'Find Anything…', 'CmdOrCtrl+K', 'edit', { separated: true }),
] as const;

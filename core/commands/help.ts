import { command, reader } from './command.ts';

export const helpCommands = [
  command('help.keys', 'All Keys', '?', 'help', reader),
  command('help.welcome', 'Welcome Document', null, 'help'),
] as const;

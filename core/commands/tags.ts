import { command, reader } from './command.ts';

const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export type TagDigit = (typeof digits)[number];

const keysOnly = { ...reader, keysOnly: true } as const;
const give = <D extends TagDigit>(digit: D) =>
  command(`tag.give${digit}`, `Give or Take Off Tag ${digit}`, `${digit}`, 'mark', keysOnly);
const pin = <D extends TagDigit>(digit: D) =>
  command(`tag.pin${digit}`, `Pin or Unpin Tag ${digit}`, `Shift+${digit}`, 'mark', keysOnly);

/** Tags by one key. */
export const tagCommands = [
  command('tag.arm', 'Mark at Once with the Last Tag', 'q', 'mark', { ...reader, separated: true }),
  command('tag.strip', 'Tags by Digit', null, 'view'),
  give(1),
  give(2),
  give(3),
  give(4),
  give(5),
  give(6),
  give(7),
  give(8),
  give(9),
  pin(1),
  pin(2),
  pin(3),
  pin(4),
  pin(5),
  pin(6),
  pin(7),
  pin(8),
  pin(9),
] as const;

export const tagDigits: readonly TagDigit[] = digits;

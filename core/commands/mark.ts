import { byCharacter, command, reader } from './command.ts';

export const markCommands = [
  command('mark.highlight', 'Highlight', 'h', 'mark', reader),
  command('mark.tag', 'Tag…', 't', 'mark', reader),
  command('mark.note', 'Write Note…', 'n', 'mark', reader),
  command('mark.copy', 'Copy Quote', 'c', 'mark', reader),
  command('mark.remove', 'Delete Mark', 'Delete', 'mark', reader),
  command('mark.next', 'Next Mark', 'j', 'mark', { ...reader, separated: true }),
  command('mark.previous', 'Previous Mark', 'k', 'mark', reader),
  command('mark.cycle', 'Next Overlapping Mark', 'o', 'mark', reader),
  command('mark.endOn', 'Move End On by a Word', 'Alt+Right', 'mark', {
    ...reader,
    separated: true,
  }),
  command('mark.endBack', 'Move End Back by a Word', 'Alt+Left', 'mark', reader),
  command('mark.startOn', 'Move Start On by a Word', 'Alt+Shift+Right', 'mark', reader),
  command('mark.startBack', 'Move Start Back by a Word', 'Alt+Shift+Left', 'mark', reader),
  command(
    'mark.endOnCharacter',
    'Move End On by a Character',
    'CmdOrCtrl+Alt+Right',
    'mark',
    byCharacter,
  ),
  command(
    'mark.endBackCharacter',
    'Move End Back by a Character',
    'CmdOrCtrl+Alt+Left',
    'mark',
    byCharacter,
  ),
  command(
    'mark.startOnCharacter',
    'Move Start On by a Character',
    'CmdOrCtrl+Alt+Shift+Right',
    'mark',
    byCharacter,
  ),
  command(
    'mark.startBackCharacter',
    'Move Start Back by a Character',
    'CmdOrCtrl+Alt+Shift+Left',
    'mark',
    byCharacter,
  ),
  command('select.sentence', 'Select Sentence, Then the Next', 's', 'mark', {
    ...reader,
    separated: true,
  }),
  command('select.previousSentence', 'Select Previous Sentence', 'Shift+s', 'mark', reader),
] as const;

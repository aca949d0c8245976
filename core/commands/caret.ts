import { command, type CommandMore } from './command.ts';

const move = { scope: 'caret', keysOnly: true, extends: true } as const;
const act = { scope: 'caret', keysOnly: true } as const;
const caret = <Id extends string>(
  id: Id,
  title: string,
  shortcut: string | null,
  more: CommandMore = move,
) => command(id, title, shortcut, 'caret', more);

// "On" and "back" go with the text, "left" and "right" with what is seen: they differ where text runs from right to left.

export const caretCommands = [
  command('caret.toggle', 'Reading Caret', 'F7', 'view', { separated: true }),
  caret('caret.left', 'Character Left', 'Left'),
  caret('caret.right', 'Character Right', 'Right'),
  caret('caret.wordLeft', 'Word Left', 'CmdOrCtrl+Left'),
  caret('caret.wordRight', 'Word Right', 'CmdOrCtrl+Right'),
  caret('caret.wordOn', 'Next Word', null),
  caret('caret.wordBack', 'Previous Word', null),
  caret('caret.wordEnd', 'End of Word', null),
  caret('caret.up', 'Line Up', 'Up'),
  caret('caret.down', 'Line Down', 'Down'),
  caret('caret.lineStart', 'Start of Line', 'Home'),
  caret('caret.lineEnd', 'End of Line', 'End'),
  caret('caret.sentenceOn', 'Next Sentence', 'Alt+Down'),
  caret('caret.sentenceBack', 'Previous Sentence', 'Alt+Up'),
  caret('caret.paragraphOn', 'Next Paragraph', 'CmdOrCtrl+Down'),
  caret('caret.paragraphBack', 'Previous Paragraph', 'CmdOrCtrl+Up'),
  caret('caret.blockOn', 'Next Block: Past a List or Table', 'Alt+PageDown'),
  caret('caret.blockBack', 'Previous Block', 'Alt+PageUp'),
  caret('caret.headingOn', 'Next Heading', 'CmdOrCtrl+PageDown'),
  caret('caret.headingBack', 'Previous Heading', 'CmdOrCtrl+PageUp'),
  caret('caret.screenDown', 'Screen Down', 'PageDown'),
  caret('caret.screenUp', 'Screen Up', 'PageUp'),
  caret('caret.textStart', 'Start of Text', 'CmdOrCtrl+Home'),
  caret('caret.textEnd', 'End of Text', 'CmdOrCtrl+End'),
  caret('caret.extend', 'Start or End Selecting', 'Space', act),
  caret('caret.enter', 'Mark or Link at the Caret', 'Enter', act),
  command('select.expand', 'Select Sentence, Then Paragraph and More', 'e', 'mark', {
    scope: 'reader',
    separated: true,
  }),
  command('select.shrink', 'Select Less', 'Shift+E', 'mark', { scope: 'reader' }),
] as const;

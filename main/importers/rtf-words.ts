import type { RtfSink } from './rtf-state.ts';

/** Signs that have a word of their own. */
export const rtfSigns: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['line', '\n'],
  ['lbr', '\n'],
  ['emdash', '—'],
  ['endash', '–'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
  ['qmspace', '\u2005'],
  ['zwj', '\u200d'],
  ['zwnj', '\u200c'],
  ['ltrmark', '\u200e'],
  ['rtlmark', '\u200f'],
  ['~', '\u00a0'],
  ['_', '\u2011'],
  ['-', '\u00ad'],
  ['\\', '\\'],
  ['{', '{'],
  ['}', '}'],
]);

const words = (list: string): readonly string[] => list.split(' ');

const sinks: readonly (readonly [RtfSink, string])[] = [
  ['fonts', 'fonttbl'],
  ['styles', 'stylesheet'],
  ['info', 'info'],
  ['instruction', 'fldinst'],
  ['marker', 'listtext pntext'],
  ['picture', 'pict'],
  ['word', 'bkmkstart atnauthor atrfstart atrfend atnref atndate'],
  [
    'skip',
    'colortbl header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc ftncn aftnsep aftnsepc ' +
      'aftncn nonshppict xe tc template datafield sp shprslt objdata private filetbl listtable listoverridetable ' +
      'rsidtbl themedata colorschememapping latentstyles generator revtbl pn pnseclvl bkmkend atnid atnicn panose falt',
  ],
];

/** Words that say where the text of their group goes. */
export const rtfDestinations: ReadonlyMap<string, RtfSink> = new Map(
  sinks.flatMap(([sink, list]) => words(list).map((word) => [word, sink] as const)),
);

/** Groups that a program may skip and that hold text all the same. */
export const rtfKept: ReadonlySet<string> = new Set(
  words(
    'shppict shpinst shpgrp shptxt do dptxbxtext ud cs ts moMath moMathPara footnote annotation',
  ),
);

/** Words with characters for a text box, a note or a comment: they are read apart. */
export const rtfApart: ReadonlySet<string> = new Set(
  words('footnote annotation shptxt dptxbxtext'),
);

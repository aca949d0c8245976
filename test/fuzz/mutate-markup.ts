import { between, oneOf, type Random } from '../bench/made/random.ts';

// Changes of what is written in tags, control words, lines or numbers. Text has one character to a byte.

type Change = (random: Random, text: string) => string;

interface Piece {
  readonly start: number;
  readonly end: number;
}

function pieces(text: string, pattern: RegExp, most = 20_000): Piece[] {
  const found: Piece[] = [];
  for (const match of text.matchAll(pattern)) {
    found.push({ start: match.index, end: match.index + match[0].length });
    if (found.length === most) break;
  }
  return found;
}

const put = (text: string, { start, end }: Piece, what: string): string =>
  text.slice(0, start) + what + text.slice(end);

/** Changes one or two of what a pattern finds; the text as it was where it finds nothing. */
function changing(
  pattern: RegExp,
  change: (random: Random, found: string, all: () => string) => string,
): Change {
  return (random, text) => {
    const all = pieces(text, pattern);
    if (all.length === 0) return text;
    const any = (): string => {
      const { start, end } = oneOf(random, all);
      return text.slice(start, end);
    };
    const piece = oneOf(random, all);
    return put(text, piece, change(random, text.slice(piece.start, piece.end), any));
  };
}

const odd = [
  ...['', '0', '-1', '1e9', '99999999999999999999', 'NaN', '../../../etc/passwd', '#', '#x'],
  ...[
    'javascript:alert(1)',
    'data:text/html,x',
    '&lol9;',
    '&#x110000;',
    '&#0;',
    '%00%ff',
    '\xff\xfe',
  ],
];

const tag = /<[^<>]{0,400}>/g;
const attribute = /\s[\w:-]+\s*=\s*(?:"[^"]{0,300}"|'[^']{0,300}')/g;
const number = /-?\d+(?:\.\d+)?/g;
const line = /[^\n]*\n/g;

const nested = (random: Random, found: string): string =>
  found.startsWith('</') ? found : found.repeat(between(random, 2, oneOf(random, [8, 60, 3000])));

export const markup: readonly Change[] = [
  changing(tag, () => ''),
  changing(tag, (_random, found) => found + found),
  changing(tag, (_random, _found, any) => any()),
  changing(tag, nested),
  changing(tag, (random, found) => found.slice(0, between(random, 0, found.length))),
  changing(tag, (random, found) =>
    found.replace(/[\w:]+/, (name) => oneOf(random, [`x${name}`, 'table', 'p', 'w:tbl', 'script'])),
  ),
  changing(tag, (random, found) =>
    found.replace(/\/?>$/, ` a="${'A'.repeat(between(random, 1, 20_000))}"$&`),
  ),
  changing(
    tag,
    (random, found) =>
      found +
      oneOf(random, [
        '<!--',
        '<![CDATA[',
        '<?',
        '<!DOCTYPE x [<!ENTITY a "&a;&a;">]>',
        '</',
        '<',
        '&',
        '\0',
      ]),
  ),
  changing(attribute, (random, found) => found.replace(/=[^]*$/, `="${oneOf(random, odd)}"`)),
  changing(attribute, (_random, _found, any) => any()),
  changing(attribute, () => ''),
  changing(number, (random) => oneOf(random, odd)),
  changing(/>[^<>]{1,400}</g, (random) => `>${oneOf(random, odd).repeat(between(random, 1, 50))}<`),
];

export const lines: readonly Change[] = [
  changing(line, () => ''),
  changing(line, (random, found) => found.repeat(between(random, 2, 200))),
  changing(line, (_random, found, any) => found + any()),
  changing(line, (random, found) => found.replace(/\n$/, '').slice(0, between(random, 0, 80))),
  changing(
    line,
    (random, found) =>
      oneOf(random, ['\t', '> ', '- ', '#', '|', '[', '--', ' ']).repeat(between(random, 1, 300)) +
      found,
  ),
  changing(/\w+/g, (random) => oneOf(random, odd)),
  changing(/[:;="<>/_*`[\]()-]/g, (random, found) => found.repeat(between(random, 2, 2000))),
  changing(number, (random) => oneOf(random, ['0', '-1', '4294967296', '9'.repeat(400)])),
];

const control = /\\[a-z]+-?\d* ?/g;
export const rtf: readonly Change[] = [
  changing(control, () => ''),
  changing(control, (random, found) => found.repeat(between(random, 2, 500))),
  changing(control, (_random, _found, any) => any()),
  changing(control, (random, found) =>
    found.replace(/-?\d* ?$/, oneOf(random, ['-1 ', '0 ', '99999999999 ', '2147483648'])),
  ),
  changing(control, (random) =>
    oneOf(random, [
      '\\bin99999 ',
      '\\bin-1 ',
      "\\'zz",
      '\\u-70000 ?',
      '\\uc9999 ',
      '\\*\\',
      '\\trowd\\cell\\row',
    ]),
  ),
  changing(/[{}]/g, () => ''),
  changing(/[{}]/g, (random, found) => found.repeat(between(random, 2, 5000))),
];

const keyword =
  /\b(?:obj|endobj|stream|endstream|xref|trailer|startxref|BT|ET|Tj|TJ|Tf|Td|Tm|q|Q)\b/g;
export const pdf: readonly Change[] = [
  changing(number, (random) =>
    oneOf(random, ['0', '-1', '65536', '2147483647', '1e99', '.', '--5']),
  ),
  changing(number, (_random, _found, any) => any()),
  changing(/\d+ 0 R/g, (_random, _found, any) => any()),
  changing(/\d+ 0 R/g, (random) =>
    oneOf(random, ['0 0 R', '1 0 R', '99999 0 R', 'null', '[ ]', '(x)']),
  ),
  changing(/\/[A-Za-z0-9]+/g, (_random, _found, any) => any()),
  changing(keyword, () => ''),
  changing(keyword, (_random, _found, any) => any()),
  changing(/<<|>>|\[|\]|\(|\)/g, (random, found) =>
    oneOf(random, ['', found.repeat(2), found.repeat(3000)]),
  ),
  changing(/\/Length \d+/g, (random) => `/Length ${oneOf(random, [0, -1, 5, 99_999_999])}`),
  (_random, text) => text.replace(/xref\n[^]*?trailer/, 'trailer'),
  (random, text) =>
    text.replace(/startxref\s+\d+/, `startxref\n${between(random, 0, text.length)}`),
  // A page that is its own parent, a tree that holds itself.
  (random, text) => text.replace(/\/Kids \[/, `/Kids [ ${between(random, 1, 20)} 0 R `),
];

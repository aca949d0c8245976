import { runsOf, type OfficeSample, type SampleBlock } from './office-sample.ts';

/** Text as RTF has it: all that is not ASCII as `\u`. */
export function rtfText(text: string): string {
  return text
    .replace(/[\\{}]/g, '\\$&')
    .replace(/[^ -~]/g, (unit) =>
      Array.from({ length: unit.length }, (_, at) => `\\u${unit.charCodeAt(at)}?`).join(''),
    );
}

export function rtfOf(body: string, header = ''): Uint8Array {
  return new TextEncoder().encode(`{\\rtf1\\ansi\\ansicpg1252\\deff0${header}\n${body}}`);
}

export function makeRtf({ title = '', author = '', blocks }: OfficeSample): Uint8Array {
  let comments = 0;
  const block = (one: SampleBlock): string => {
    if ('heading' in one) {
      return `\\pard\\s${one.heading}\\outlinelevel${one.heading - 1} ${rtfText(one.text)}\\par\n`;
    }
    if ('table' in one) {
      return one.table
        .map(
          (row) =>
            `\\trowd${row.map((_, at) => `\\cellx${at * 1000 + 1000}`).join('')}\\pard\\intbl ${row.map((cell) => `${rtfText(cell)}\\cell `).join('')}\\row\n`,
        )
        .join('');
    }
    if ('picture' in one) {
      return `\\pard{\\pict\\pngblip ${Buffer.from(one.picture).toString('hex')}}\\par\n`;
    }
    const runs = runsOf(one).map(({ text, bold, link, footnote, comment }) => {
      let inside = rtfText(text);
      if (bold === true) inside = `{\\b ${inside}}`;
      if (link !== undefined) {
        inside = `{\\field{\\*\\fldinst{HYPERLINK "${link}"}}{\\fldrslt{${inside}}}}`;
      }
      if (comment !== undefined) {
        comments += 1;
        inside = `{\\*\\atrfstart ${comments}}${inside}{\\*\\atrfend ${comments}}{\\*\\atnid x}{\\*\\atnauthor ${rtfText(comment.author)}}\\chatn{\\*\\annotation{\\*\\atnref ${comments}}\\pard ${rtfText(comment.text)}}`;
      }
      return footnote === undefined
        ? inside
        : `${inside}{\\super\\chftn}{\\footnote\\pard{\\super\\chftn} ${rtfText(footnote)}}`;
    });
    return `\\pard ${runs.join('')}\\par\n`;
  };
  const info = `{\\info{\\title ${rtfText(title)}}{\\author ${rtfText(author)}}}`;
  return rtfOf(blocks.map(block).join(''), `{\\fonttbl{\\f0 Times;}}${info}`);
}

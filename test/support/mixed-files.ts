import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeDocx } from './make-docx.ts';
import { makeEpub } from './make-epub.ts';
import { makePdf, type PdfLine } from './make-pdf.ts';
import { pdfTextWidth, type PdfFont } from './pdf-fonts.ts';

/** Files as people have them, for looking at: a report as PDF, a book, a manuscript with comments, and a folder of papers. */
export interface MixedFiles {
  readonly pdf: string;
  readonly epub: string;
  readonly docx: string;
  readonly papers: string;
}

export async function writeMixedFiles(folder: string, papers = 24): Promise<MixedFiles> {
  await mkdir(folder, { recursive: true });
  const files = {
    pdf: path.join(folder, 'survey.pdf'),
    epub: path.join(folder, 'the-light-on-the-bar.epub'),
    docx: path.join(folder, 'interview-07.docx'),
    papers: path.join(folder, 'papers'),
  };
  await writeFile(files.pdf, report());
  await writeFile(files.epub, book());
  await writeFile(files.docx, manuscript());
  await writePapers(files.papers, papers);
  return files;
}

const paragraphs = [
  'The harbour office opened at six, an hour late. "Nobody told us," said the pilot on duty, "that the buoys had moved." By noon fourteen ships waited outside the bar, and two had left for other ports.',
  'The authority answered in the afternoon. In a statement it called the shift a routine correction of less than thirty metres, announced in the spring. The notice it cites, however, gives a distance of three hundred.',
  'An inspector who asked not to be named said the survey had been rushed. They measured once, at night, in a swell, and the figures were never compared with the old chart, which is kept in another building.',
  'What the log shows is simpler. Between the second and the fifth of October the light on the outer mark was dark for sixty-one hours. Nobody told us, the entry for the fourth repeats, in a hand that presses hard on the paper.',
  'The ministry keeps the charts in a building without windows. A clerk there counts 214 sheets for this coast alone; the newest is older than the breakwater, and nobody could say who had asked for the others.',
] as const;

function wrapped(text: string, width: number, size: number, font?: PdfFont): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (pdfTextWidth(longer, size, font) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/** Two columns under a title, a chart, links, and marks of its own. */
function report(): Uint8Array {
  const page = (title: string, number: number) => {
    const lines: PdfLine[] = [{ text: title, x: 72, y: 108, size: 22, font: 'bold' }];
    for (const column of [0, 1]) {
      const x = 72 + column * 236;
      let y = 150;
      for (const text of [...paragraphs.slice(column * 2), ...paragraphs].slice(0, 3 - column)) {
        for (const line of wrapped(text, 214, 10.5)) {
          lines.push({ text: line, x, y, size: 10.5 });
          y += 15;
        }
        y += 9;
      }
    }
    lines.push({ text: 'See the table of soundings', x: 308, y: 640, size: 10.5 });
    lines.push({ text: String(number), x: 295, y: 800, size: 9 });
    return lines;
  };
  const bars = [40, 74, 58, 96, 120].map(
    (high, at) => `${String(322 + at * 36)} 290 24 ${String(high)} re f`,
  );
  return makePdf({
    pages: [1, 2, 3].map((number) => ({
      lines: page(
        ['The buoys that moved', 'What the log shows', 'Soundings'][number - 1] ?? '',
        number,
      ),
      links: [{ words: 'table of soundings', to: 2 }],
      content: `0.35 0.47 0.6 rg ${bars.join(' ')} 0 g 308 289 206 0.8 re f\n`,
      marks:
        number === 1
          ? [
              { kind: 'Highlight' as const, words: ['fourteen ships waited'], colour: '#ffe14d' },
              {
                kind: 'Underline' as const,
                words: ['announced in the spring'],
                colour: '#3377cc',
                note: 'Was it?',
                author: 'Ilse Maren',
              },
            ]
          : [],
    })),
    outline: ['The buoys that moved', 'What the log shows', 'Soundings'].map((text, at) => ({
      text,
      page: at,
      y: 90,
    })),
    info: { Title: 'Survey of the bar', Author: 'Harbour authority' },
    language: 'en',
  });
}

const coverPicture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="440" viewBox="0 0 300 440"><path fill="#24455e" d="M0 0h300v440H0z"/><path fill="#e8c34a" d="m140 150 70-30v60z" opacity=".6"/><path fill="#f2ede2" d="M118 330 132 150h36l14 180zM126 140h48v-26h-48z"/><path fill="#173042" d="M0 330h300v110H0z"/></svg>';
const chartPicture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="260" viewBox="0 0 640 260"><path fill="none" stroke="#24455e" stroke-width="3" d="M20 200c80-10 120-120 210-110s140 90 210 60 120-90 180-80"/><path stroke="#888" d="M20 240h600M20 20v220"/><circle cx="230" cy="90" r="7" fill="#b8442e"/><circle cx="440" cy="150" r="7" fill="#b8442e"/></svg>';

/** A cover, a chart, a picture that is on the web alone, a formula, and notes at the end. */
function book(): Uint8Array {
  const [first, second, third, ...others] = paragraphs;
  const more = [...others, ...paragraphs, ...paragraphs].map((text) => `<p>${text}</p>`);
  return makeEpub({
    metadata:
      '<dc:title>The Light on the Bar</dc:title><dc:creator>Ilse Maren</dc:creator><dc:language>en</dc:language><dc:publisher>Quay Press</dc:publisher><dc:date>2024-05-06</dc:date>',
    documents: [
      {
        name: 'one.xhtml',
        body:
          `<h1>The quay</h1><p>${first}<a epub:type="noteref" href="notes.xhtml#n1"><sup>1</sup></a></p>` +
          `<figure><img src="chart.svg" alt=""/><figcaption>Depth over the bar, from the spring to October</figcaption></figure><p>${second}</p>` +
          `<p>${third} <m:math><m:mi>d</m:mi><m:mo>=</m:mo><m:mn>300</m:mn></m:math></p>` +
          `<img src="https://example.org/far.png" alt="The outer mark at night"/>${more.join('')}`,
      },
      {
        name: 'two.xhtml',
        body: '<h1>سجل الميناء</h1><p dir="rtl">وصلت أربع عشرة سفينة قبل الظهر، وانتظرت خارج الحاجز حتى المساء.</p><p>The light was dark for sixty-one hours.</p>',
      },
      {
        name: 'notes.xhtml',
        body: '<h1>Notes</h1><aside epub:type="footnote" id="n1"><p>As the harbour office counted them; the pilots say sixteen.</p></aside>',
      },
    ],
    manifest:
      '<item id="cover" href="cover.svg" media-type="image/svg+xml" properties="cover-image"/><item id="chart" href="chart.svg" media-type="image/svg+xml"/>',
    files: { 'OPS/cover.svg': coverPicture, 'OPS/chart.svg': chartPicture },
    nav: '<nav epub:type="toc"><ol><li><a href="one.xhtml">The quay</a></li><li><a href="two.xhtml">The log</a></li></ol></nav>',
  });
}

function manuscript(): Uint8Array {
  const [first, second, ...others] = paragraphs;
  return makeDocx({
    title: 'Interview 07: the night pilot',
    author: 'Ilse Maren',
    blocks: [
      { heading: 1, text: 'Interview 07: the night pilot' },
      {
        runs: [
          { text: first.slice(0, 47) },
          {
            text: first.slice(47, 110),
            comment: { author: 'M. Pilot', text: 'Who said so to whom?' },
          },
          { text: first.slice(110), footnote: 'As the harbour office counted them.' },
        ],
      },
      {
        runs: [
          { text: second, comment: { author: 'A. Reader', text: 'Thirty or three hundred?' } },
        ],
      },
      ...others.map((paragraph) => ({ paragraph })),
    ],
  });
}

const broken = new Uint8Array([0, 1, 2, 0, 255, 254, 0, 0]);

/** Most come in; those that come first cannot be read, for several reasons and under names of all lengths. */
async function writePapers(folder: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let at = 1; at <= count; at += 1) {
    await writeFile(
      path.join(folder, `papers-${String(at).padStart(2, '0')}.md`),
      `# Entry ${String(at)}\n\n${paragraphs[at % paragraphs.length] ?? ''}\n`,
    );
  }
  const bad: Readonly<Record<string, Uint8Array | string>> = {
    'figures.txt': broken,
    'locked.pdf': makePdf({ pages: [{ lines: [{ text: 'Kept.', x: 72, y: 72 }] }], locked: true }),
    'half a book.epub': makeEpub({ documents: [] }).slice(0, 200),
    [`${'a name that goes on '.repeat(7)}.md`]: broken,
    '01 وثيقة من الميناء.md': broken,
    'tide.mp3': broken,
  };
  for (const [name, content] of Object.entries(bad)) {
    await writeFile(path.join(folder, name), content);
  }
}

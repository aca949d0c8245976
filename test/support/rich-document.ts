import { createHash } from 'node:crypto';
import { openLibrary } from '../../main/store/library.ts';
import { composeDocument } from '../../main/importers/compose-document.ts';
import { importLimits } from '../../main/importers/limits.ts';
import type { Cue } from '../../core/model/block.ts';
import type { DraftAnchor, DraftBlock, DraftInline } from '../../core/text/draft.ts';
import { noDetails } from '../../core/model/document.ts';
import { deflateSync } from 'node:zlib';

/** A PNG of one colour. */
export function png(width: number, height: number, red: number, green: number, blue: number) {
  const row = Buffer.concat([
    Buffer.from([0]),
    ...Array.from({ length: width }, () => Buffer.from([red, green, blue])),
  ]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', header),
      chunk('IDAT', pixels),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc(body), framed.length - 4);
  return framed;
}

function crc(bytes: Buffer): number {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

const place = { quote: 0, list: null } as const;
const paragraph = (
  text: string,
  inlines: readonly DraftInline[] = [],
  more: { readonly cue?: Cue; readonly anchors?: readonly DraftAnchor[] } = {},
): DraftBlock => ({ ...place, kind: 'paragraph', text, inlines, ...more });
const anchor = (name: string, at: number): DraftAnchor => ({ name, at });

const filler =
  'The log of the pilots is kept in a hand that presses hard on the paper, and every entry begins with the wind. ';

/** What a book brings along: pictures, notes that are jumped to, a transcript, marks of its own, things to be said of it. */
export const richBlocks: readonly DraftBlock[] = [
  { ...place, kind: 'heading', level: 1, text: 'The buoys that moved', inlines: [] },
  paragraph(
    'By noon fourteen ships waited outside the bar.1 Two had left for other ports.',
    [
      { kind: 'jump', to: 'note-1', start: 46, end: 47 },
      { kind: 'style', style: 'sup', start: 46, end: 47 },
    ],
    { anchors: [anchor('ref-1', 46)] },
  ),
  { ...place, kind: 'image', text: 'A chart of the bar, from the spring', picture: 'chart' },
  paragraph(
    'The light stood here  until October.',
    [{ kind: 'picture', picture: 'light', alternative: 'a lighthouse', start: 21, end: 21 }],
    { anchors: [anchor('light', 4), anchor('light-end', 9)] },
  ),
  { ...place, kind: 'image', text: '', picture: 'missing' },
  ...Array.from({ length: 60 }, (_, index) => paragraph(`${index + 1}. ${filler.repeat(3)}`)),
  { ...place, kind: 'heading', level: 2, text: 'Interview', inlines: [] },
  paragraph('Pilot: Nobody told us.', [], { cue: { speaker: 'Pilot', seconds: 4 } }),
  paragraph('Interviewer: That the buoys had moved?', [], {
    cue: { speaker: 'Interviewer', seconds: 3727.5 },
  }),
  { ...place, kind: 'heading', level: 2, text: 'Notes', inlines: [] },
  paragraph(
    '1 As the harbour office counted them. Back',
    [{ kind: 'jump', to: 'ref-1', start: 38, end: 42 }],
    { anchors: [anchor('note-1', 0), anchor('note-1-end', 36)] },
  ),
];

const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"><script>fetch('app://commonplace/index.html')</script><path fill="none" stroke="black" d="M4 22 8 2h8l4 20z"/></svg>`;

/** A library in `folder` with that book in it, as an importer would have brought it. */
export async function makeRichLibrary(folder: string): Promise<void> {
  const stamp = { id: () => crypto.randomUUID(), now: () => new Date().toISOString() };
  const opened = await openLibrary({
    folder,
    program: 'cli',
    stamp,
    rebuild: () => Promise.reject(new Error('nothing is to be made anew')),
  });
  if (!opened.ok) throw new Error(opened.error.message);
  const mark = { author: 'A. Reader', date: '2024-03-05T08:30:00Z' };
  const made = composeDocument(
    {
      title: 'The buoys that moved',
      details: { ...noDetails, author: 'M. Pilot', language: 'en' },
      blocks: richBlocks,
      pictures: new Map([
        ['chart', png(900, 500, 120, 160, 200)],
        ['light', new TextEncoder().encode(svg)],
        ['missing', png(300, 200, 1, 2, 3)],
        ['cover', png(300, 400, 90, 40, 40)],
      ]),
      cover: 'cover',
      notices: [
        { kind: 'formulas-as-text', count: 3 },
        { kind: 'pictures-not-fetched', count: 2 },
      ],
      marks: [
        { ...mark, from: 'light', to: 'light-end', colour: '#44aa44', note: 'which one?' },
        { ...mark, from: 'note-1', to: 'note-1-end', colour: '#ffff00', note: '' },
      ],
    },
    'epub',
    { variant: 'article' },
    importLimits,
  );
  const bytes = new TextEncoder().encode('the source');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  // One picture never arrived.
  const pictures = made.pictures.filter(({ file }) => file !== 'p3.png');
  const added = await opened.value.add({ ...made, pictures, bytes, name: 'buoys.epub', sha256 });
  if (!added.ok) throw new Error(added.error.message);
  await opened.value.close();
}

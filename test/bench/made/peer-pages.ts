import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Annotation } from '../../../core/model/annotation.ts';
import type { Block } from '../../../core/model/block.ts';
import type { DocumentContent } from '../../../core/model/document.ts';
import type { Span } from '../../../core/model/span.ts';
import { cutSections } from '../../../core/text/sections.ts';

/** `name` is the script of test/bench/pages that brings the page to life. */
export interface PeerPage {
  readonly name: 'plain' | 'raw' | 'wrapping' | 'recogito';
  readonly content: DocumentContent;
  readonly marks: readonly Annotation[];
  readonly sections: boolean;
  /** Without any script. */
  readonly still?: boolean;
}

/**
 * Writes the same text as a page of its own, with the same offsets: the text content of `.text` is the canonical text.
 * It looks much as in the program. The page counts by itself when what it begins with is on screen.
 */
export async function writePeerPage(folder: string, file: string, peer: PeerPage): Promise<string> {
  const { name, content, marks } = peer;
  const given = marks.map(({ id, colour, span, selector }) => ({
    id,
    colour,
    quote: selector.quote,
    ...span,
  }));
  const early = marks.filter(({ span }) => span.end < 1200).length;
  const condition =
    marks.length === 0
      ? { kind: 'text', first: firstWords(content) }
      : { kind: 'drawn', count: Math.max(early, 1) };
  const json = (data: unknown): string => JSON.stringify(data).replaceAll('<', '\\u003c');
  const [head, foot] =
    peer.still === true
      ? ['', '']
      : [
          `<link rel="stylesheet" href="scripts/recogito.css"><script src="scripts/probe.js"></script>`,
          `<script>givenMarks=${json(given)}</script><script src="scripts/${name}.js"></script>
<script>bench.pending=bench.sinceStart(${json(condition)})</script>`,
        ];
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title>${head}<style>${style}</style></head>
<body><main class="page"><article class="text">${body(peer)}</article></main>${foot}</body></html>`;
  const path = join(folder, `${file}.html`);
  await writeFile(path, html);
  return path;
}

/** Enough of the beginning to tell a text from the others. */
export function firstWords({ text, blocks }: DocumentContent): string {
  const first = blocks.flatMap(leavesOf)[0];
  return text.slice(first?.start ?? 0, Math.min(first?.end ?? 0, (first?.start ?? 0) + 60));
}

const colours = ['yellow', 'green', 'blue', 'purple', 'pink', 'orange', 'teal'];
const style = `@font-face{font-family:L;src:url(scripts/literata.woff2);font-weight:200 900}
body{margin:0;background:#fdfaf3;color:#222}.page{width:580px;margin:0 auto;padding:56px 0 30vh;position:relative}
.text{font:18px/1.6 L,serif;hyphens:auto;text-wrap:pretty;overflow-wrap:break-word;position:relative}p{margin:0 0 1.05em}
.section{content-visibility:auto;contain-intrinsic-block-size:auto calc(((var(--characters)/62 + .5*var(--blocks))*1.6 + var(--blocks)*1.05)*1em);margin-inline:-24px;padding-inline:24px}
${colours.map((name, n) => `::highlight(raw-${name}),mark.${name}{color:inherit;background-color:hsl(${n * 51} 80% 70% / .45);text-decoration:underline 2px hsl(${n * 51} 80% 45%)}`).join('\n')}`;

function body({ content, sections }: PeerPage): string {
  const { text, blocks } = content;
  let reached = 0;
  const drawn = (own: readonly Block[]): string =>
    own
      .flatMap((block) =>
        leavesOf(block).map((leaf) => ({ leaf, heading: block.kind === 'heading' })),
      )
      .map(({ leaf: { start, end }, heading }) => {
        const gap = text.slice(reached, start);
        reached = end;
        const tag = heading ? 'h2' : 'p';
        return `${gap}<${tag} data-start="${start}" data-end="${end}">${escaped(text.slice(start, end))}</${tag}>`;
      })
      .join('');
  if (!sections) return `<div class="plain">${drawn(blocks)}</div>`;
  return cutSections(blocks, text.length)
    .map(({ from, to, start, end }, index) => {
      const size = `--characters:${end - start};--blocks:${to - from}`;
      return `<div class="section" data-section="${index}" style="${size}">${drawn(blocks.slice(from, to))}</div>`;
    })
    .join('');
}

function leavesOf(block: Block): readonly Span[] {
  if (block.kind === 'table') return block.rows.flat();
  return block.kind === 'rule' ? [] : [block];
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

interface PageTexts {
  readonly long: Text;
  readonly small: Text;
  readonly marked: Text;
}
type Text = Pick<PeerPage, 'content' | 'marks'>;

/** Every page that the rows need, in a folder with the scripts. */
export async function writePeerPages(
  folder: string,
  scripts: string,
  { long, small, marked }: PageTexts,
): Promise<void> {
  await cp(scripts, join(folder, 'scripts'), { recursive: true });
  const write = (file: string, peer: PeerPage) => writePeerPage(folder, file, peer);
  const plain = { name: 'plain', sections: false } as const;
  await write('plain-small', { ...small, ...plain });
  await write('plain-long', { ...long, ...plain });
  await write('sections', { ...long, name: 'plain', sections: true });
  await write('raw', { ...marked, name: 'raw', sections: true });
  await write('wrapping', { ...marked, name: 'wrapping', sections: false });
  await write('recogito', { ...marked, name: 'recogito', sections: false });
}

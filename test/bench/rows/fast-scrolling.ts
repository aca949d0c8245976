import { join } from 'node:path';
import { ids, type Bench } from '../bench.ts';
import { openApp } from '../drive/app-window.ts';
import { openBare } from '../drive/bare-window.ts';
import { pending, type Window } from '../drive/window.ts';
import { figure } from '../figures.ts';
import { openWhole } from './open-whole.ts';
import { boundRow, type Row } from './row.ts';

const step = 3000;
const enough = 0.6;

/** Much faster than reading: the share of the frames, as pictures of the screen, in which text stands. */
export async function measureFastScrolling(bench: Bench): Promise<readonly Row[]> {
  const library = await bench.library();
  const userData = join(bench.folder, 'user');
  const window = await openApp({ library, userData, scripts: bench.scripts });
  await openWhole(window, ids.long);
  const sections = await openBare(bench.bare, join(bench.pages, 'sections.html'));
  await pending(sections.page, 'sections');
  const own: number[] = [];
  const alone: number[] = [];
  let pictures = 0;
  for (let round = 0; round < bench.rounds; round++) {
    // Elsewhere each time: a section that was once near keeps its height.
    const from = 0.05 + (round * 0.7) / bench.rounds;
    const seen = await coverOf(bench, window, from);
    pictures += seen.length;
    own.push(shareOf(seen));
    alone.push(shareOf(await coverOf(bench, sections, from)));
  }
  await openWhole(window, ids.first);
  await window.close();
  await sections.close();
  const row = { name: 'fastScroll', unit: '%' } as const;
  return [
    boundRow(
      {
        ...row,
        what: `3,000 px a frame: frames with text on 60 % of the height (${pictures} pictures)`,
        measured: figure(own),
      },
      { least: 95 },
    ),
    boundRow({ ...row, what: 'the same with sections alone', measured: figure(alone) }, null),
  ];
}

function shareOf(covers: readonly number[]): number {
  if (covers.length === 0) throw new Error('no picture was taken while scrolling');
  return (covers.filter((cover) => cover >= enough).length / covers.length) * 100;
}

/** How much of the height shows text, in every picture that the screen cast gives while the page rushes by. */
async function coverOf({ quick }: Bench, window: Window, from: number): Promise<readonly number[]> {
  const { page, cdp } = window;
  const taken: { readonly data: string; readonly at: number }[] = [];
  const take = (frame: { data: string; sessionId: number; metadata: { timestamp?: number } }) => {
    taken.push({ data: frame.data, at: (frame.metadata.timestamp ?? 0) * 1000 });
    void cdp.send('Page.screencastFrameAck', { sessionId: frame.sessionId });
  };
  cdp.on('Page.screencastFrame', take);
  await cdp.send('Page.startScreencast', {
    format: 'jpeg',
    quality: 70,
    maxWidth: 800,
    maxHeight: 600,
  });
  const { begin, end } = await page.evaluate(
    ([share, frames, px]) => globalThis.bench.rush(share, frames, px),
    [from, quick ? 30 : 60, step] as const,
  );
  await cdp.send('Page.stopScreencast');
  cdp.off('Page.screencastFrame', take);
  // The first frames still show where it began.
  const during = taken.filter(({ at }) => at > begin + 60 && at <= end);
  return page.evaluate(
    (images) => {
      const text = document.querySelector('.text')?.getBoundingClientRect();
      const reader = document.querySelector('[data-testid="reader"]')?.getBoundingClientRect();
      if (text === undefined) throw new Error('no text');
      const column = {
        left: text.left,
        right: text.right,
        top: reader?.top ?? 0,
        bottom: reader?.bottom ?? innerHeight,
      };
      return globalThis.bench.textCover(images, column, innerWidth);
    },
    during.map(({ data }) => data),
  );
}

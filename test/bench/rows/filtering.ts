import { join } from 'node:path';
import type { Annotation } from '../../../core/model/annotation.ts';
import type { Tag } from '../../../core/model/tag.ts';
import { countingStamp } from '../../main/store/workshop.ts';
import type { Bench } from '../bench.ts';
import { openApp, saved } from '../drive/app-window.ts';
import { quiet, time, type Window } from '../drive/window.ts';
import { figure } from '../figures.ts';
import { contentOf, writeLibrary, type LibraryText } from '../made/library.ts';
import { makeMarks } from '../made/marks.ts';
import { makeTags } from '../made/tags.ts';
import { makeText } from '../made/text.ts';
import { boundRow, type Row } from './row.ts';

const most = 50;

/** The sidebar and the codebook of a library with 100,000 tagged marks. */
export async function measureFiltering(bench: Bench): Promise<readonly Row[]> {
  const library = join(bench.folder, 'many-marks');
  const { tags, open, all } = await writeManyMarks(library, bench.quick ? 200 : 1000);
  const userData = join(bench.folder, 'user-many');
  // At the pace of a screen: a bound for what a reader waits, not a ratio.
  const window = await openApp({ library, userData, scripts: bench.scripts });
  await quiet(window, 30);
  const here: number[] = [];
  const everywhere: number[] = [];
  const renamed: number[] = [];
  for (let round = 0; round < bench.rounds; round++) {
    const tag = tags[round % 5];
    if (tag === undefined) throw new Error('no tag');
    here.push(await filterBy(window, tag, `${counted(open, tag)} of`));
    await filterOff(window, tag);
    await window.page
      .getByRole('radio', { name: 'All texts' })
      .or(window.page.getByRole('button', { name: 'All texts' }))
      .click();
    await quiet(window, 30);
    everywhere.push(await filterBy(window, tag, `${counted(all, tag)} of`));
    renamed.push(await rename(window, tag, `Named anew ${round + 1}`));
    await filterOff(window, tag);
    await window.page
      .getByRole('radio', { name: 'This text' })
      .or(window.page.getByRole('button', { name: 'This text' }))
      .click();
    await quiet(window, 12);
  }
  await window.close();
  const row = { unit: 'ms' } as const;
  const count = all.length.toLocaleString('en');
  return [
    boundRow(
      {
        ...row,
        name: 'filter',
        what: `filter the marks of this text by a tag, ${count} marks in the library`,
        measured: figure(here),
      },
      { most },
    ),
    boundRow(
      { ...row, name: 'filter', what: 'the same in all texts', measured: figure(everywhere) },
      { most },
    ),
    boundRow(
      {
        ...row,
        name: 'rename',
        what: 'rename a tag that filters all texts: key to painted',
        measured: figure(renamed),
      },
      { most },
    ),
  ];
}

function counted(marks: readonly Annotation[], { id }: Tag): string {
  return marks.filter((mark) => mark.tags.includes(id)).length.toLocaleString('en');
}

async function filterBy(window: Window, { id }: Tag, text: string): Promise<number> {
  const condition = { kind: 'reads', selector: '.mark-filters-shown', text } as const;
  // A bare press: what a driver does to find out whether it may click would be counted too.
  const box = await tagRow(window, id).boundingBox();
  if (box === null) throw new Error('the tag is not on screen');
  return time(window, 'click', condition, () =>
    window.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2),
  );
}

async function filterOff(window: Window, { id }: Tag): Promise<void> {
  await tagRow(window, id).click();
  await window.page.waitForFunction(
    () => document.querySelector('.mark-filters-shown')?.textContent === '',
  );
  await quiet(window, 12);
}

async function rename(window: Window, { id }: Tag, name: string): Promise<number> {
  const { page } = window;
  await tagRow(window, id).focus();
  await page.keyboard.press('F2');
  const field = page.locator(`[data-tag="${id}"] input`);
  await field.fill(name);
  await quiet(window, 4);
  const condition = {
    kind: 'reads',
    selector: `[data-tag="${id}"] .tag-name`,
    text: name,
  } as const;
  const ms = await time(window, 'keydown', condition, () => page.keyboard.press('Enter'));
  await saved(window);
  await quiet(window, 30);
  return ms;
}

function tagRow({ page }: Window, id: string) {
  return page.locator(`[data-tag="${id}"] .tag-main`);
}

/** Texts of 20 KB with a hundred marks each, every mark with a tag. Twenty different ones are enough. */
async function writeManyMarks(folder: string, count: number) {
  const stamp = countingStamp(0xdd);
  const tags = makeTags(24, stamp);
  const contents = Array.from({ length: 20 }, (_, n) => makeText(`Text ${n}`, 20_000, n));
  const texts = Array.from({ length: count }, (_, n): LibraryText => {
    const made = contents[n % contents.length];
    if (made === undefined) throw new Error('no text');
    const id = `text-${String(n).padStart(6, '0')}`;
    const content = { ...contentOf(made), title: `Text ${n}` };
    const marks = makeMarks(id, content.text, 100, tags, n, stamp, 1);
    return { id, content, source: Buffer.from(`${made.source}${n}\n`), name: `${id}.md`, marks };
  });
  const first = texts[0];
  if (first === undefined) throw new Error('no texts');
  await writeLibrary(folder, texts, tags, first.id, stamp);
  return { tags, open: first.marks, all: texts.flatMap(({ marks }) => marks) };
}

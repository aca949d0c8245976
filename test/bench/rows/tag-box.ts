import { join } from 'node:path';
import { tagTargets } from '../../../core/codebook/tag-targets.ts';
import type { Tag } from '../../../core/model/tag.ts';
import { suggest } from '../../../renderer/tags/tag-choices.ts';
import { countingStamp } from '../../main/store/workshop.ts';
import { ids, textOf, type Bench } from '../bench.ts';
import { openApp, saved } from '../drive/app-window.ts';
import { quiet, time, unpaced, type Window } from '../drive/window.ts';
import { figure } from '../figures.ts';
import { contentOf, writeLibrary } from '../made/library.ts';
import { makeTags } from '../made/tags.ts';
import { makeText } from '../made/text.ts';
import { openWhole } from './open-whole.ts';
import { boundRow, type Row } from './row.ts';

const tagCount = 5000;
/** Sixty in a second, ms. */
const frame = 16.7;
const written = 'theme 42';

/** The tag box of a codebook with 5,000 tags: from a letter to the frame that shows what it finds. */
export async function measureTagBox(bench: Bench): Promise<readonly Row[]> {
  const library = join(bench.folder, 'many-tags');
  const tags = await writeManyTags(library);
  const userData = join(bench.folder, 'user-tags');
  const window = await openApp({ library, userData, scripts: bench.scripts, args: unpaced });
  const { page } = window;
  await page.locator('.tag-strip').waitFor();
  await page.getByTestId('reader').focus();
  await page.keyboard.press('s');
  await page.getByTestId('selection-toolbar').waitFor();
  await page.keyboard.press('t');
  const field = page.getByTestId('tag-box').getByRole('combobox');
  const times: number[] = [];
  for (let round = 0; round <= bench.rounds; round++) {
    await field.fill('');
    await quiet(window, 8);
    for (let at = 1; at <= written.length; at++) {
      const ms = await write(window, tags, at);
      // The first round is for the compiler.
      if (round > 0 && ms !== null) times.push(ms);
    }
  }
  await window.close();
  const what = `a letter in the tag box with ${tagCount.toLocaleString('en')} tags: key to painted`;
  return [boundRow({ name: 'tagBox', what, unit: 'ms', measured: figure(times) }, { most: frame })];
}

/** Null where the letter changes nothing that is on screen. */
async function write(
  window: Window,
  tags: ReadonlyMap<Tag['id'], Tag>,
  at: number,
): Promise<number | null> {
  const { page } = window;
  const best = (query: string): string => {
    const row = suggest(query, tagTargets(tags), [], [])[0];
    return row?.kind === 'tag' ? row.path : '';
  };
  const [before, after] = [best(written.slice(0, at - 1)), best(written.slice(0, at))];
  const letter = written.charAt(at - 1);
  const key = letter === ' ' ? 'Space' : letter;
  const condition = {
    kind: 'marked',
    selector: '.tag-option[aria-selected="true"]',
    text: after,
    letters: written.slice(0, at).replaceAll(' ', ''),
  } as const;
  const ms = await time(window, 'keydown', condition, () => page.keyboard.press(key));
  await quiet(window, 4);
  return letter === ' ' && before === after ? null : ms;
}

/** A tag given to 10,000 chosen marks by its digit: from the key to the frame that shows it on the cards. */
export async function measureRetagging(bench: Bench): Promise<readonly Row[]> {
  const window = await openApp({
    library: await bench.library(),
    userData: join(bench.folder, 'user-retag'),
    scripts: bench.scripts,
    args: unpaced,
  });
  const { page } = window;
  const { marks } = textOf(bench, ids.marked10k);
  await openWhole(window, ids.marked10k);
  const name = await page.locator('.tag-key[data-digit="1"] .tag-key-name').innerText();
  await page.locator('.mark-card').first().locator('.mark-go').focus();
  await page.keyboard.press('Control+a');
  await page
    .getByTestId('chosen-bar')
    .getByText(`${marks.length.toLocaleString('en')} marks chosen`)
    .waitFor();
  const id = await untagged(window, name);
  const foot = `.mark-card[data-mark="${id}"] .mark-foot`;
  const times: number[] = [];
  for (let round = 0; round <= bench.rounds; round++) {
    await quiet(window, 12);
    const condition = { kind: 'reads', selector: foot, text: name } as const;
    const ms = await time(window, 'keydown', condition, () => page.keyboard.press('1'));
    if (round > 0) times.push(ms);
    await saved(window);
    await page.keyboard.press('Control+z');
    // All of it was one step.
    await page.waitForFunction(
      ([selector, tag]) => !(document.querySelector(selector)?.textContent.includes(tag) ?? true),
      [foot, name] as const,
    );
    await saved(window);
  }
  await window.close();
  const what = `a tag for ${marks.length.toLocaleString('en')} chosen marks: key to painted`;
  return [boundRow({ name: 'retag', what, unit: 'ms', measured: figure(times) }, { most: 200 })];
}

/** A card on screen that does not have the tag. */
async function untagged({ page }: Window, name: string): Promise<string> {
  const id = await page.evaluate(
    (tag) =>
      [...document.querySelectorAll<HTMLElement>('.mark-card')].find(
        (card) => card.querySelector('.mark-foot')?.textContent.includes(tag) === false,
      )?.dataset['mark'],
    name,
  );
  if (id === undefined) throw new Error(`every card on screen has ${name}`);
  return id;
}

async function writeManyTags(folder: string): Promise<ReadonlyMap<Tag['id'], Tag>> {
  const stamp = countingStamp(0xab);
  const tags = makeTags(tagCount, stamp);
  const made = makeText('One text', 8000, 3);
  const text = {
    id: 'text-000001',
    content: contentOf(made),
    source: Buffer.from(made.source),
    name: 'one.md',
    marks: [],
  };
  await writeLibrary(folder, [text], tags, text.id, stamp);
  return new Map(tags.map((tag) => [tag.id, tag]));
}

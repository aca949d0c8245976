import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';

// What a reader does in the window, by what a reader sees.

export function cards(page: Page): Locator {
  return page.getByTestId('mark-card');
}

export async function waitForCards(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelectorAll('[data-testid="mark-card"]').length === wanted,
    count,
  );
}

/** Waits until the window says that everything is on disk. */
export async function saved(page: Page): Promise<void> {
  await page.getByTestId('saving-state').getByText('Saved', { exact: true }).waitFor();
}

/** Waits until the focus is in a part of the window: rows that came back take it a frame after they are there. */
export async function focusIn(page: Page, testId: string): Promise<void> {
  await page.waitForFunction(
    (id) => document.activeElement?.closest(`[data-testid="${id}"]`) != null,
    testId,
  );
}

/** Drags the mouse over the first place where the text shows the quote, within one paragraph. */
export async function dragSelect(page: Page, quote: string): Promise<void> {
  const ends = await page.evaluate((wanted) => {
    const reader = document.querySelector('[data-testid="reader"]');
    if (reader === null) throw new Error('no reader');
    for (const leaf of reader.querySelectorAll('[data-start]')) {
      const at = leaf.textContent.indexOf(wanted);
      if (at === -1) continue;
      const walker = document.createTreeWalker(leaf, NodeFilter.SHOW_TEXT);
      const point = (offset: number) => {
        let left = offset;
        for (let node = walker.currentNode; ;) {
          if (node instanceof Text) {
            if (left <= node.length) return { node, offset: left };
            left -= node.length;
          }
          const next = walker.nextNode();
          if (next === null) throw new Error('past the end');
          node = next;
        }
      };
      const edge = (offset: number, after: boolean) => {
        walker.currentNode = leaf;
        const { node, offset: inNode } = point(offset + (after ? 0 : 1));
        const range = document.createRange();
        range.setStart(node, Math.max(0, inNode - 1));
        range.setEnd(node, inNode);
        leaf.scrollIntoView({ block: 'center' });
        const boxes = range.getClientRects();
        const box = boxes[after ? boxes.length - 1 : 0];
        if (box === undefined) throw new Error('no box');
        return { x: after ? box.right - 0.5 : box.left + 0.5, y: box.top + box.height / 2 };
      };
      return { from: edge(at, false), to: edge(at + wanted.length, true) };
    }
    throw new Error(`not in the text: ${wanted}`);
  }, quote);
  await page.mouse.move(ends.from.x, ends.from.y);
  await page.mouse.down();
  await page.mouse.move((ends.from.x + ends.to.x) / 2, (ends.from.y + ends.to.y) / 2);
  await page.mouse.move(ends.to.x, ends.to.y);
  await page.mouse.up();
  await page.getByTestId('selection-toolbar').waitFor();
  expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe(quote);
}

/** Types a tag's name into the tag box and takes it. */
export async function pickTag(page: Page, name: string, kind: 'create' | 'known'): Promise<void> {
  const box = page.getByTestId('tag-box');
  await box.waitFor();
  await box.getByRole('combobox').fill(name);
  const option = box.getByRole('option').filter({ hasText: kind === 'create' ? 'Create' : name });
  // The first row is the best match, which for a new name may be another tag.
  if (kind === 'create') await option.click();
  else {
    await option.first().waitFor();
    await page.keyboard.press('Enter');
  }
  await box.waitFor({ state: 'detached' });
}

/** The passages that are painted now, each once: the joined text of the ranges of every mark highlight. */
export async function highlighted(page: Page): Promise<string[]> {
  await page.waitForFunction(() =>
    [...CSS.highlights].some(([name, set]) => name.startsWith('mark-') && set.size > 0),
  );
  return page.evaluate(() =>
    [...CSS.highlights]
      .filter(([name]) => /^mark-([a-z]+-\d|active-[a-z]+)$/.test(name))
      .flatMap(([, set]) =>
        [...set].map((item) => {
          const range = document.createRange();
          range.setStart(item.startContainer, item.startOffset);
          range.setEnd(item.endContainer, item.endOffset);
          return range.toString();
        }),
      ),
  );
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHarness, type OpenHarness } from '../harness/open-harness.ts';

let open: OpenHarness;
beforeAll(async () => {
  open = await openHarness();
  await open.page.evaluate(() => {
    const { texts, show } = window.harness;
    return show({ id: 'book-1', title: 'A book', drafts: texts.book(120), annotations: [] });
  });
});
afterAll(() => open.close());

describe('a fast scroll', () => {
  it('has text on screen in nearly every frame', async () => {
    const covered = await open.page.evaluate(async () => {
      const reader = document.querySelector('.reader');
      if (reader === null) throw new Error('no reader');
      const sections = [...document.querySelectorAll('.section')];
      const painted = (): Promise<void> =>
        new Promise((resolve) => {
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve();
            port2.postMessage(0);
          });
        });
      const shares: number[] = [];
      for (let frame = 0; frame < 60; frame++) {
        reader.scrollTop += frame < 30 ? 3000 : -3000;
        await painted();
        const box = reader.getBoundingClientRect();
        let shown = 0;
        for (const section of sections) {
          const { top, bottom } = section.getBoundingClientRect();
          const height = Math.min(bottom, box.bottom) - Math.max(top, box.top);
          const drawn = section.firstElementChild?.checkVisibility({ contentVisibilityAuto: true });
          if (height > 0 && drawn === true) shown += height;
        }
        shares.push(shown / box.height);
      }
      return shares.filter((share) => share >= 0.6).length / shares.length;
    });
    expect(covered).toBeGreaterThanOrEqual(0.95);
  });

  it('leaves nothing laid out that is not near', async () => {
    await open.page.waitForFunction(() => document.querySelector('[data-ahead]') === null);
  });
});

import type { Annotation } from '../../../core/model/annotation.ts';
import type { Bench } from '../bench.ts';
import { quiet, type Window } from '../drive/window.ts';

/** Looks at a picture of the screen: below the marks that are on it the paper must have another colour than elsewhere. */
export async function provePainted(
  { say }: Pick<Bench, 'say'>,
  window: Window,
  marks: readonly Annotation[],
): Promise<void> {
  await quiet(window, 12);
  // Every eight characters of each: most marks on screen began above or break over lines.
  const spans = marks.slice(0, 40).flatMap(({ span: { start, end } }) =>
    Array.from({ length: Math.floor((end - start) / 8) }, (_, n) => ({
      start: start + n * 8,
      end: start + n * 8 + 8,
    })),
  );
  const picture = (await window.page.screenshot()).toString('base64');
  const { looked, painted } = await window.page.evaluate(
    ([image, wanted]) => globalThis.bench.paintedOnPicture(image, wanted),
    [picture, spans] as const,
  );
  if (looked === 0 || painted < looked * 0.9) {
    throw new Error(`only ${painted} of ${looked} places on screen that are marked are painted`);
  }
  say(
    `  picture: ${painted} of ${looked} places that are marked are painted (${await window.page.title()})`,
  );
}

import { launchApp } from '../../support/app.ts';
import { call } from '../../support/bridge.ts';
import { addProbe, asWindow, type Window } from './window.ts';

export interface AppOptions {
  readonly library: string;
  readonly userData: string;
  readonly scripts: string;
  readonly args?: readonly string[];
}

/** The built program on a library, with its text on screen. */
export async function openApp({ scripts, args = [], ...where }: AppOptions): Promise<Window> {
  const { app, page, close } = await launchApp({ ...where, args });
  const window = await asWindow(app, page, close);
  await page.getByTestId('reader').locator('[data-start]').first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  // What the program does after its first frame is done: it counts the marks of all texts.
  await call(page, 'marks.counts', {});
  await addProbe(window, scripts);
  return window;
}

/** The button of a text in the library pane. */
export function rowOf({ page }: Pick<Window, 'page'>, id: string) {
  return page.locator(`[data-document="${id}"] .library-row`);
}

/** Waits until no section of the open text is missing. */
export async function loadedWhole({ page }: Pick<Window, 'page'>): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('[data-section]') !== null &&
      document.querySelector('.section-empty') === null,
  );
}

export async function saved({ page }: Pick<Window, 'page'>): Promise<void> {
  await page.locator('[data-testid="saving-state"][data-saving="saved"]').waitFor();
}

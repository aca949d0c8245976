import { loadedWhole, rowOf } from '../drive/app-window.ts';
import { quiet, type Window } from '../drive/window.ts';

/** Opens a text by a click and waits until all of it has come and nothing moves any more. */
export async function openWhole(window: Window, id: string): Promise<void> {
  const { page } = window;
  await rowOf(window, id).click();
  await page.locator(`[data-document="${id}"] .library-row[aria-current="true"]`).waitFor();
  await page.locator('[data-testid="reader"][aria-busy="false"]').waitFor();
  await loadedWhole(window);
  await quiet(window, 12);
}

import type { ElectronApplication } from 'playwright-core';

/** From now on the program's writes meet a full disk, or one with room again. */
export function setDiskFull(app: ElectronApplication, full: boolean): Promise<void> {
  return app.evaluate(async (_electron, isFull) => {
    type Flush = () => Promise<void>;
    const { open } = process.getBuiltinModule('node:fs/promises');
    const handle = await open(process.execPath, 'r');
    const methods = Object.getPrototypeOf(handle) as Record<string, Flush | undefined>;
    await handle.close();
    for (const name of ['sync', 'datasync']) {
      const kept = `kept-${name}`;
      methods[kept] ??= methods[name];
      methods[name] = isFull
        ? () => Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' }))
        : methods[kept];
    }
  }, full);
}

/** Every call of the window takes so long, as on a slow disk. */
export function slowDown(app: ElectronApplication, ms: number): Promise<void> {
  return app.evaluate(({ ipcMain }, wait) => {
    type Handler = (...parts: unknown[]) => unknown;
    // The electron of the tests has no public way to wrap a handler that is there.
    const { _invokeHandlers: handlers } = ipcMain as unknown as {
      readonly _invokeHandlers: Map<string, Handler>;
    };
    const handler = handlers.get('call');
    if (handler === undefined) throw new Error('no handler for calls');
    ipcMain.removeHandler('call');
    ipcMain.handle('call', async (...parts) => {
      await new Promise((go) => setTimeout(go, wait));
      return handler(...parts);
    });
  }, ms);
}

/** What the program's message boxes answer; the result tells which were shown. */
export async function answerMessageBoxes(
  app: ElectronApplication,
  button: number,
): Promise<() => Promise<readonly string[]>> {
  await app.evaluate(({ dialog }, response) => {
    const shown: string[] = [];
    Object.assign(globalThis, { shownBoxes: shown });
    dialog.showMessageBox = ((_window: unknown, options: { message: string }) => {
      shown.push(options.message);
      return Promise.resolve({ response, checkboxChecked: false });
    }) as typeof dialog.showMessageBox;
  }, button);
  return () =>
    app.evaluate(() => (globalThis as unknown as { shownBoxes: readonly string[] }).shownBoxes);
}

import { app } from 'electron';

/** Quitting waits until `finish` has everything on disk, whoever asks for it: the window, the menu, a signal. */
export function endWell(finish: () => Promise<void>): void {
  let ending = false;
  app.on('window-all-closed', () => {
    app.quit();
  });
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (ending) return;
    ending = true;
    finish().then(
      () => {
        app.exit(0);
      },
      (error: unknown) => {
        console.error('closing the library failed', error);
        app.exit(1);
      },
    );
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      app.quit();
    });
  }
}

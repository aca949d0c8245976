import { ipcRenderer } from 'electron';

// Gives the page that sources are read in its one line to the program, and is done.
ipcRenderer.once('import-port', ({ ports }) => {
  const page = globalThis as unknown as {
    readonly postMessage: (message: string, to: string, ports: unknown) => void;
  };
  page.postMessage('port', '*', ports);
});

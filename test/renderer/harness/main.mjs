// The smallest main process that shows the harness: the real renderer modules in the real Chromium, and nothing else.
import { app, BrowserWindow } from 'electron';
import process from 'node:process';

const [page, width, height] = process.argv.slice(-3);
app.commandLine.appendSwitch('disable-gpu');
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: Number(width),
    height: Number(height),
    useContentSize: true,
    webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false },
  });
  void window.loadFile(page);
});

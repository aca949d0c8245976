// Spectron's Application, told how to start an isolated, fused app. Its Electron half (browserWindow, webContents …)
// needs Node in the page and is not used; what remains is the WebDriver client.
import spectron from 'spectron';

const PORT = 9517;

/** @param {{ executable: string, library: string, userData: string }} where */
export function makeApplication({ executable, library, userData }) {
  // Spectron's own launcher script does not work on this ChromeDriver; these capabilities replace it, and
  // ChromeDriver gives the app its own environment.
  process.env.COMMONPLACE_LIBRARY = library;
  process.env.DBUS_SESSION_BUS_ADDRESS ??= 'disabled:';
  const asRoot = process.getuid() === 0;
  return new spectron.Application({
    path: executable,
    port: PORT,
    startTimeout: 30_000,
    connectionRetryCount: 1,
    connectionRetryTimeout: 30_000,
    webdriverOptions: {
      capabilities: {
        browserName: 'chrome',
        'goog:chromeOptions': {
          binary: executable,
          args: [...(asRoot ? ['no-sandbox'] : []), `user-data-dir=${userData}`],
          windowTypes: ['app', 'webview'],
        },
      },
    },
  });
}

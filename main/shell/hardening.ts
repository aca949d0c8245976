import { app, session, type Session } from 'electron';
import { importHost, isOwnPage, scheme } from './identity.ts';

/** What must be said before the app is ready. */
export function hardenProcess(devServer: string | null): void {
  // enableSandbox() would undo --no-sandbox, which root needs; every child process would die then.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  if (devServer !== null) return;
  // No name is ever looked up and no address reached, whatever part of Chromium asks.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
}

/** No permission, no download, no request but for the program's own files. Needs the app to be ready. */
export function hardenSession(devServer: string | null): void {
  harden(
    session.defaultSession,
    (address) => isOwnPage(address, devServer) || isDevSocket(address, devServer),
  );
}

/** The same for the session that sources are read in: nothing but that one page. */
export function hardenImportSession(own: Session): void {
  harden(own, (address) => address.startsWith(`${scheme}://${importHost}/`));
}

function harden(own: Session, isAllowed: (address: string) => boolean): void {
  own.setPermissionRequestHandler((_contents, _permission, reply) => {
    reply(false);
  });
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.setDisplayMediaRequestHandler((_request, reply) => {
    reply({});
  });
  // The spell checker would fetch dictionaries.
  own.setSpellCheckerEnabled(false);
  own.webRequest.onBeforeRequest((request, reply) => {
    reply({ cancel: !isAllowed(request.url) });
  });
  own.on('will-download', (event) => {
    event.preventDefault();
  });
}

/** Every page that is ever made, not only our window: no navigation, no windows, no frames, no webviews. */
export function hardenContents(devServer: string | null): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isOwnPage(event.url, devServer)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => {
      if (!isOwnPage(event.url, devServer)) event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
    });
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
}

/** Vite reloads changed modules over a web socket. */
function isDevSocket(address: string, devServer: string | null): boolean {
  return (
    devServer !== null &&
    address.startsWith('ws:') &&
    new URL(address).host === new URL(devServer).host
  );
}

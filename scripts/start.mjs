// npm start [-- FILE … | --library FOLDER]: sets up, builds what is stale, and opens the program.
import fs from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { electronExecutable, runtimeEnv } from './electron-runtime.mjs';
import { Problem, has, main, root, run, say } from './process.mjs';
import { setUp } from './setup.mjs';

function checkDisplay() {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return;
  const how = has('xvfb-run')
    ? 'To run it on a virtual screen: xvfb-run -a npm start'
    : 'To run it on a virtual screen, install Xvfb (on Debian and Ubuntu: apt-get install xvfb xauth), then: xvfb-run -a npm start';
  throw new Problem(
    `There is no display to show the window on: neither DISPLAY nor WAYLAND_DISPLAY is set.\n${how}`,
  );
}

/** Switches that Chromium needs on some Linux systems. */
export function linuxSwitches() {
  if (process.platform !== 'linux') return [];
  const switches = [];
  // Chromium refuses to start as root with its sandbox on.
  if (process.getuid() === 0) switches.push('--no-sandbox');
  if (!process.env.DISPLAY && process.env.WAYLAND_DISPLAY)
    switches.push('--ozone-platform-hint=auto');
  return switches;
}

/** Without a session bus Chromium would complain about it again and again. */
export function linuxEnv() {
  if (process.platform !== 'linux' || process.env.DBUS_SESSION_BUS_ADDRESS) return {};
  return { DBUS_SESSION_BUS_ADDRESS: 'disabled:' };
}

/** Ubuntu forbids the namespaces that Chromium's sandbox is made of; its setuid helper is the other way. */
function sandboxAdvice(executable) {
  const restriction = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns';
  if (process.platform !== 'linux' || process.getuid() === 0 || !fs.existsSync(restriction))
    return '';
  if (fs.readFileSync(restriction, 'utf8').trim() !== '1') return '';
  const helper = path.join(path.dirname(executable), 'chrome-sandbox');
  const { uid, mode } = fs.statSync(helper);
  if (uid === 0 && (mode & 0o4000) !== 0) return '';
  return (
    'This system does not let Chromium make its sandbox. Once, please run:\n' +
    `sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`
  );
}

await main(import.meta.url, async (args) => {
  checkDisplay();
  const dist = await setUp();
  await ensureBuilt();
  const executable = electronExecutable(dist);
  const { code } = await run(executable, [root, ...linuxSwitches(), ...args], {
    // npm runs scripts in the project's folder; files named on the command line are meant from where the user is.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: { ...runtimeEnv(dist), ...linuxEnv() },
  });
  const advice = code === 0 ? '' : sandboxAdvice(executable);
  if (advice !== '') say(advice);
  return code;
});

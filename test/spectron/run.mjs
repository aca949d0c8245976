// Runs the Spectron suite on the packaged app, or says in a sentence why not. Last line: `N passed, N failed, N skipped`.
import fs from 'node:fs';
import path from 'node:path';
import { installPackages } from '../../scripts/packages.mjs';
import { main } from '../../scripts/process.mjs';

const here = import.meta.dirname;
const driver = '/usr/bin/chromedriver';
const executable = path.resolve(here, '../../dist/linux-unpacked/commonplace');

function skipped(why) {
  process.stdout.write(`The Spectron suite was skipped: ${why}\n0 passed, 0 failed, 1 skipped\n`);
  return 0;
}

/** Spectron looks for its own ChromeDriver, of which there is no build for this Electron: Debian's stands in. */
function placeDriver() {
  const file = path.join(here, 'node_modules/electron-chromedriver/bin/chromedriver');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `#!/bin/sh\nexec ${driver} --disable-build-check "$@"\n`, { mode: 0o755 });
  fs.chmodSync(file, 0o755);
}

await main(import.meta.url, async () => {
  if (process.platform !== 'linux') return skipped('it runs on Linux alone.');
  if (!fs.existsSync(driver)) {
    return skipped(`there is no ${driver} (on Debian: apt-get install chromium-driver).`);
  }
  if (!fs.existsSync(executable)) {
    process.stdout.write('There is no packaged app: run npm run package -- --dir-only first.\n');
    process.stdout.write('0 passed, 1 failed, 0 skipped\n');
    return 1;
  }
  await installPackages(here);
  placeDriver();
  const { runSuite } = await import('./suite.mjs');
  const { passed, failed, skipped: notRun } = await runSuite(executable);
  process.stdout.write(`${passed} passed, ${failed} failed, ${notRun} skipped\n`);
  return failed === 0 ? 0 : 1;
});

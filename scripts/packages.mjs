// Makes sure that node_modules holds what the lock file says.
import fs from 'node:fs';
import path from 'node:path';
import { Problem, npm, root, say, seconds } from './process.mjs';

function readPackages(file) {
  if (!fs.existsSync(file)) return undefined;
  return JSON.parse(fs.readFileSync(file, 'utf8')).packages;
}

/**
 * npm keeps its own record of what it installed, and writes it last: it is compared with the lock file,
 * so that an installation made by hand is as good as ours.
 */
export function packagesAreInstalled(folder = root) {
  const wanted = readPackages(path.join(folder, 'package-lock.json'));
  if (wanted === undefined) throw new Problem(`There is no package-lock.json in ${folder}.`);
  const installed = readPackages(path.join(folder, 'node_modules', '.package-lock.json'));
  if (installed === undefined) return false;
  return Object.entries(wanted).every(([place, { version, optional, devOptional }]) => {
    if (place === '') return true;
    const found = installed[place]?.version;
    return found === undefined ? Boolean(optional || devOptional) : found === version;
  });
}

export async function installPackages(folder = root) {
  if (packagesAreInstalled(folder)) return;
  const since = Date.now();
  say(
    `Installing the npm packages${folder === root ? '' : ` of ${path.relative(root, folder)}`} …`,
  );
  const { code } = await npm(['ci', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
  });
  if (code !== 0) throw new Problem('npm ci failed; what it said stands above.');
  say(`The npm packages are installed (${seconds(since)}).`);
}

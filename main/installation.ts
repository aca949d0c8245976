import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import path from 'node:path';

/**
 * The name of this computer among those that share a library through a sync program. The window and the command line
 * must come to the same one, so it stands in the account's own folder and never in the library.
 */
export function installationName(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const named = env['COMMONPLACE_INSTALLATION'];
  if (named !== undefined && isName(named)) return named;
  const file = path.join(configFolder(env, platform), 'installation');
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    // Fails where the file is there, so that two first starts at once come to one name.
    writeFileSync(file, randomUUID().slice(0, 8), { flag: 'wx' });
  } catch {
    // It is there already, or the folder cannot be written; reading tells which.
  }
  try {
    const found = readFileSync(file, 'utf8').trim();
    if (isName(found)) return found;
  } catch {
    // The computer's own name changes rarely and is better than none.
  }
  return createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
}

function isName(text: string): boolean {
  return /^[a-z0-9]{1,32}$/.test(text);
}

function configFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const home = homedir();
  if (platform === 'darwin') {
    return path.join(home, 'Library', 'Application Support', 'Commonplace');
  }
  if (platform === 'win32') {
    return path.join(env['APPDATA'] ?? path.join(home, 'AppData', 'Roaming'), 'Commonplace');
  }
  return path.join(env['XDG_CONFIG_HOME'] ?? path.join(home, '.config'), 'commonplace');
}

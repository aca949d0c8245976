import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** The library's folder inside the documents folder. */
export const libraryName = 'Commonplace';

/** Where the library is when nobody says so: the window and the command line must come to the same folder. */
export function defaultLibrary(env: NodeJS.ProcessEnv, documents: string): string {
  const named = env['COMMONPLACE_LIBRARY'];
  return named === undefined || named === ''
    ? path.join(documents, libraryName)
    : path.resolve(named);
}

/** The documents folder for programs without Electron; Linux desktops may call it by another name. */
export function documentsFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const home = homedir();
  const named = platform === 'linux' ? xdgDocuments(env, home) : null;
  return named ?? path.join(home, 'Documents');
}

function xdgDocuments(env: NodeJS.ProcessEnv, home: string): string | null {
  const config = env['XDG_CONFIG_HOME'] ?? path.join(home, '.config');
  let text: string;
  try {
    text = readFileSync(path.join(config, 'user-dirs.dirs'), 'utf8');
  } catch {
    return null; // Most systems without a desktop have no such file.
  }
  const value = /^\s*XDG_DOCUMENTS_DIR="(.*)"\s*$/m
    .exec(text)?.[1]
    ?.replace(/^\$HOME(?=\/|$)/, home);
  return value !== undefined && path.isAbsolute(value) ? path.resolve(value) : null;
}

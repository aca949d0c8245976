import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { linkScheme } from '../core/exchange/place-link.ts';

/** What the command line asks of the window. */
export interface StartArguments {
  readonly files: readonly string[];
  /** Addresses of our own scheme, as they came: whoever follows them checks them. */
  readonly links: readonly string[];
  readonly library: string | null;
}

/**
 * Reads what stands after the program (or, in development, after the app's folder, which other tools put options
 * before). Switches are Chromium's, ours is `--library`; our own addresses are links, everything else is a file, relative
 * to `cwd`.
 */
export function readStartArguments(
  argv: readonly string[],
  cwd: string,
  appFolder: string | null,
): StartArguments {
  const files: string[] = [];
  const links: string[] = [];
  let library: string | null = null;
  let onlyFiles = false;
  const own = argv.slice(appFolder === null ? 1 : afterApp(argv, cwd, appFolder));
  for (let i = 0; i < own.length; i++) {
    const argument = own[i] ?? '';
    if (onlyFiles || !argument.startsWith('-')) {
      if (!onlyFiles && isLink(argument)) links.push(argument);
      else if (argument !== '') files.push(path.resolve(cwd, plainPath(argument)));
    } else if (argument === '--') onlyFiles = true;
    else if (argument === '--library') {
      const value = own[++i];
      if (value !== undefined) library = path.resolve(cwd, value);
    } else if (argument.startsWith('--library=')) {
      library = path.resolve(cwd, argument.slice('--library='.length));
    }
  }
  return { files, links, library };
}

export function isLink(argument: string): boolean {
  return argument.toLowerCase().startsWith(`${linkScheme}:`);
}

/** Desktops hand over files as addresses where a program takes addresses. */
function plainPath(argument: string): string {
  if (!argument.startsWith('file://') || !URL.canParse(argument)) return argument;
  const { host, pathname } = new URL(argument);
  return host === '' && !/%2f/i.test(pathname) ? fileURLToPath(argument) : argument;
}

function afterApp(argv: readonly string[], cwd: string, appFolder: string): number {
  const at = argv.findIndex(
    (argument, index) =>
      index > 0 && path.resolve(cwd, argument.replace(/^--app=/, '')) === path.resolve(appFolder),
  );
  return at === -1 ? 1 : at + 1;
}

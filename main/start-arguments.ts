import path from 'node:path';

/** What the command line asks of the window. */
export interface StartArguments {
  readonly files: readonly string[];
  readonly library: string | null;
}

/**
 * Reads what stands after the program (or, in development, after the app's folder, which other tools put options
 * before). Switches are Chromium's, ours is `--library`; everything else is a file, relative to `cwd`.
 */
export function readStartArguments(
  argv: readonly string[],
  cwd: string,
  appFolder: string | null,
): StartArguments {
  const files: string[] = [];
  let library: string | null = null;
  let onlyFiles = false;
  const own = argv.slice(appFolder === null ? 1 : afterApp(argv, cwd, appFolder));
  for (let i = 0; i < own.length; i++) {
    const argument = own[i] ?? '';
    if (onlyFiles || !argument.startsWith('-')) {
      if (argument !== '') files.push(path.resolve(cwd, argument));
    } else if (argument === '--') onlyFiles = true;
    else if (argument === '--library') {
      const value = own[++i];
      if (value !== undefined) library = path.resolve(cwd, value);
    } else if (argument.startsWith('--library=')) {
      library = path.resolve(cwd, argument.slice('--library='.length));
    }
  }
  return { files, library };
}

function afterApp(argv: readonly string[], cwd: string, appFolder: string): number {
  const at = argv.findIndex(
    (argument, index) =>
      index > 0 && path.resolve(cwd, argument.replace(/^--app=/, '')) === path.resolve(appFolder),
  );
  return at === -1 ? 1 : at + 1;
}

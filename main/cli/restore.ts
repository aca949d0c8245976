import path from 'node:path';
import { cliCareMessages as care } from '../../core/messages/en/cli-care.ts';
import { cliMessages as messages } from '../../core/messages/en/cli.ts';
import { parseBackupName } from '../store/backup/backup-name.ts';
import { has } from './arguments.ts';
import { problem, usage, type CliCommand } from './cli-types.ts';
import { withLibrary } from './with-library.ts';

export const restoreCommand: CliCommand = {
  help: care.restore,
  options: { '--dry-run': 'flag' },
  run: (context) => {
    const { args, terminal } = context;
    const [named, extra] = args.rest;
    if (named === undefined) return Promise.resolve(usage(care.noBackupNamed));
    if (extra !== undefined) return Promise.resolve(usage(messages.tooMany(extra)));
    // A bare name is one of the library's own backups; anything else is a path.
    const own = parseBackupName(named) !== null;
    const source = own ? { file: named } : { path: path.resolve(named) };
    const dry = has(args, '--dry-run');
    return withLibrary(context, dry ? 'read' : 'write', async ({ backups }) => {
      const preview = await backups.preview(source);
      if (!preview.ok) return problem(preview.error.message);
      for (const line of care.preview(preview.value)) terminal.out(`${line}\n`);
      if (dry) return 0;
      const restored = await backups.restore(source);
      if (!restored.ok) return problem(restored.error.message);
      if (restored.value !== null) terminal.out(`${care.restored}\n`);
      return 0;
    });
  },
};

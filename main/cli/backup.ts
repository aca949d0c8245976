import type { Backup } from '../../core/contract.ts';
import { cliCareMessages as care } from '../../core/messages/en/cli-care.ts';
import { cliMessages as messages } from '../../core/messages/en/cli.ts';
import { has } from './arguments.ts';
import { problem, usage, type CliCommand } from './cli-types.ts';
import { json } from './output.ts';
import { withLibrary } from './with-library.ts';

export const backupCommand: CliCommand = {
  help: care.backup,
  options: { '--list': 'flag', '--json': 'flag' },
  run: (context) => {
    const { args, terminal } = context;
    const [extra] = args.rest;
    if (extra !== undefined) return Promise.resolve(usage(messages.tooMany(extra)));
    const list = has(args, '--list');
    return withLibrary(context, list ? 'read' : 'write', async ({ backups }) => {
      const made = list ? await backups.list() : await backups.make('hand');
      if (!made.ok) return problem(made.error.message);
      const all: readonly Backup[] = 'file' in made.value ? [made.value] : made.value;
      if (has(args, '--json')) terminal.out(json(all));
      else for (const backup of all) terminal.out(`${care.line(backup)}\n`);
      return 0;
    });
  },
};

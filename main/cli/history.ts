import { cliCareMessages as care } from '../../core/messages/en/cli-care.ts';
import { cliMessages as messages } from '../../core/messages/en/cli.ts';
import { has } from './arguments.ts';
import { usage, type CliCommand } from './cli-types.ts';
import { json } from './output.ts';
import { withLibrary } from './with-library.ts';

export const historyCommand: CliCommand = {
  help: care.history,
  options: { '--json': 'flag' },
  run: (context) => {
    const { args, terminal } = context;
    const [extra] = args.rest;
    if (extra !== undefined) return Promise.resolve(usage(messages.tooMany(extra)));
    return withLibrary(context, 'read', (library) => {
      const items = library.historyItems();
      if (has(args, '--json')) terminal.out(json(items));
      else for (const item of items) terminal.out(`${care.edit(item)}\n`);
      return Promise.resolve(0);
    });
  },
};

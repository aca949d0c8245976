import { cliMessages as messages } from '../../core/messages/en/cli.ts';
import { has } from './arguments.ts';
import { usage, type CliCommand } from './cli-types.ts';
import { shelf } from './find-document.ts';
import { documentJson, json, short } from './output.ts';
import { withLibrary } from './with-library.ts';

export const listCommand: CliCommand = {
  help: messages.help.list,
  options: { '--json': 'flag' },
  run: (context) => {
    const { args, terminal } = context;
    const [extra] = args.rest;
    if (extra !== undefined) return Promise.resolve(usage(messages.tooMany(extra)));
    return withLibrary(context, 'read', (library) => {
      const entries = shelf(library);
      if (has(args, '--json')) terminal.out(json(entries.map(documentJson)));
      else {
        for (const { id, characters, title } of entries) {
          terminal.out(`${id}\t${characters}\t${short(title)}\n`);
        }
      }
      return Promise.resolve(0);
    });
  },
};

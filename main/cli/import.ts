import { importFile, many } from '../actions/import-into-library.ts';
import { cliMessages as messages } from '../../core/messages/en/cli.ts';
import type { DocumentEntry } from '../../core/model/document.ts';
import { has } from './arguments.ts';
import { usage, type CliCommand } from './cli-types.ts';
import { documentJson, json, short } from './output.ts';
import { withLibrary } from './with-library.ts';

export const importCommand: CliCommand = {
  help: messages.help.import,
  options: { '--json': 'flag', '--whole-page': 'flag' },
  run: (context) => {
    const { args, terminal, importer, stamp } = context;
    if (args.rest.length === 0) return Promise.resolve(usage(messages.noFiles));
    const variant = has(args, '--whole-page') ? 'page' : 'article';
    return withLibrary(context, 'write', async (library) => {
      const services = { library, importer, stamp, emit: () => undefined };
      const entries: DocumentEntry[] = [];
      let failed = false;
      if (args.rest.length >= many) await library.backups.make('import');
      for (const file of args.rest) {
        const { result } = await importFile(services, file, variant);
        if (result.kind === 'failed') {
          failed = true;
          terminal.err(messages.importFailed(short(file, 200), result.message));
          continue;
        }
        const { id, title } = result.entry;
        entries.push(result.entry);
        if (!has(args, '--json')) terminal.out(`${messages[result.kind](short(title), id)}\n`);
      }
      if (has(args, '--json')) terminal.out(json(entries.map(documentJson)));
      return failed ? 1 : 0;
    });
  },
};

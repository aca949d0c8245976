import { cliMessages as messages } from '../../core/messages/en/cli.ts';
import type { Imported, ImportRun } from '../../core/contract.ts';
import { ImportRuns } from '../imports/import-runs.ts';
import { has } from './arguments.ts';
import { usage, type CliCommand, type Terminal } from './cli-types.ts';
import { documentJson, json, short } from './output.ts';
import { withLibrary } from './with-library.ts';

export const importCommand: CliCommand = {
  help: messages.help.import,
  options: { '--json': 'flag', '--whole-page': 'flag' },
  run: (context) => {
    const { args, terminal, importer, stamp } = context;
    if (args.rest.length === 0) return Promise.resolve(usage(messages.noFiles));
    const asJson = has(args, '--json');
    return withLibrary(context, 'write', async (library) => {
      const quiet = { emit: () => undefined, recent: { add: () => undefined } };
      const runs = new ImportRuns({ library, importer, stamp, ...quiet });
      const run = await runs.paths(args.rest, {
        variant: has(args, '--whole-page') ? 'page' : 'article',
        progress: ({ done, total, name }) => {
          if (total > 1) terminal.progress(messages.importing(done + 1, total, short(name, 60)));
        },
        finished: (imported) => {
          terminal.progress('');
          say(terminal, imported, asJson);
        },
      });
      terminal.progress('');
      if (asJson) terminal.out(json(run.results.flatMap(resultJson)));
      sayInAll(terminal, run);
      return run.results.some(({ result }) => result.kind === 'failed') ? 1 : 0;
    });
  },
};

function say({ out, err }: Terminal, { name, result }: Imported, asJson: boolean): void {
  if (result.kind === 'failed') err(messages.importFailed(short(name, 200), result.message));
  else if (!asJson) out(`${messages[result.kind](short(result.entry.title), result.entry.id)}\n`);
}

function sayInAll(terminal: Terminal, { results, skipped, more }: ImportRun): void {
  const count = (kind: string) => results.filter(({ result }) => result.kind === kind).length;
  if (results.length > 1) {
    terminal.err(messages.importedInAll(count('added'), count('known'), count('failed'), skipped));
  } else if (results.length === 0) terminal.err(messages.importedNothing(skipped));
  if (more) terminal.err(messages.importedNotAll);
}

/** A text as `list` has it, and the file that it came from. */
function resultJson({ name, result }: Imported): readonly object[] {
  if (result.kind === 'failed') {
    const { code, message } = result;
    return [{ file: name, result: 'failed', code, message }];
  }
  return [{ ...documentJson(result.entry), file: name, result: result.kind }];
}

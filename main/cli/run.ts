import { cliMessages as messages } from '../../core/messages/en/cli.ts';
import { annotationsCommand } from './annotations.ts';
import { has, last, parseArguments } from './arguments.ts';
import {
  usage,
  type CliCommand,
  type CliContext,
  type CliProblem,
  type ExitCode,
  type Terminal,
} from './cli-types.ts';
import { backupCommand } from './backup.ts';
import { exportCommand } from './export.ts';
import { highlightCommand } from './highlight.ts';
import { historyCommand } from './history.ts';
import { importCommand } from './import.ts';
import { listCommand } from './list.ts';
import { repairCommand } from './repair.ts';
import { restoreCommand } from './restore.ts';
import { textCommand } from './text.ts';
import { verifyCommand } from './verify.ts';

const commands: ReadonlyMap<string, CliCommand> = new Map([
  ['import', importCommand],
  ['list', listCommand],
  ['text', textCommand],
  ['highlight', highlightCommand],
  ['annotations', annotationsCommand],
  ['export', exportCommand],
  ['history', historyCommand],
  ['backup', backupCommand],
  ['restore', restoreCommand],
  ['verify', verifyCommand],
  ['repair', repairCommand],
]);
const everywhere = { '--library': 'value', '--help': 'flag', '-h': 'flag' } as const;

export interface CliWorld extends Pick<CliContext, 'terminal' | 'importer' | 'stamp'> {
  readonly version: string;
  /** The library's folder where the command line names none. */
  readonly defaultFolder: string;
}

/** Runs one command line to its exit code. */
export async function runCli(argv: readonly string[], world: CliWorld): Promise<ExitCode> {
  const { terminal } = world;
  // `commonplace --library DIR list` is as good as the option at the end.
  const lead =
    argv[0] === '--library'
      ? argv.slice(0, 2)
      : argv[0]?.startsWith('--library=') === true
        ? argv.slice(0, 1)
        : [];
  const [name, ...others] = argv.slice(lead.length);
  if (name === '--help' || name === '-h' || name === 'help') return say(terminal, messages.top);
  if (name === '--version') return say(terminal, `${messages.version(world.version)}\n`);
  if (name === undefined) return fail(terminal, null, usage(messages.noCommand));
  const command = commands.get(name);
  if (command === undefined) {
    const message = name.startsWith('-')
      ? messages.unknownOption(name)
      : messages.unknownCommand(name);
    return fail(terminal, null, usage(message));
  }
  const args = parseArguments([...others, ...lead], { ...everywhere, ...command.options });
  if ('problem' in args) return fail(terminal, name, args);
  if (has(args, '--help') || has(args, '-h')) return say(terminal, command.help);
  const folder = last(args, '--library') ?? world.defaultFolder;
  const outcome = await command.run({ ...world, args, folder });
  return typeof outcome === 'number' ? outcome : fail(terminal, name, outcome);
}

function say({ out }: Terminal, text: string): ExitCode {
  out(text);
  return 0;
}

/** One line, whatever the message. */
function fail(
  terminal: Terminal,
  command: string | null,
  { problem, message }: CliProblem,
): ExitCode {
  const hint = problem === 'usage' ? ` ${messages.seeHelp(command)}` : '';
  terminal.err(messages.failed(`${message}${hint}`));
  return problem === 'usage' ? 2 : 1;
}

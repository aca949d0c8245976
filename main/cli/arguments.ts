import { cliMessages as messages } from '../../core/messages/en/cli.ts';
import type { Arguments, CliProblem, OptionKind } from './cli-types.ts';

export function last(args: Arguments, name: string): string | null {
  return args.values.get(name)?.at(-1) ?? null;
}

export function has(args: Arguments, name: string): boolean {
  return args.values.has(name);
}

/**
 * `--name value`, `--name=value` and `-o value`; after `--` everything is an argument. A value may start with a dash,
 * because a quote may; only a known option's name in its place says that it was forgotten.
 */
export function parseArguments(
  argv: readonly string[],
  options: Readonly<Record<string, OptionKind>>,
): Arguments | CliProblem {
  const rest: string[] = [];
  const values = new Map<string, string[]>();
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i] ?? '';
    if (argument === '--') {
      rest.push(...argv.slice(i + 1));
      break;
    }
    if (!argument.startsWith('-') || argument === '-') {
      rest.push(argument);
      continue;
    }
    const equals = argument.startsWith('--') ? argument.indexOf('=') : -1;
    const name = equals === -1 ? argument : argument.slice(0, equals);
    const kind = Object.hasOwn(options, name) ? options[name] : undefined;
    if (kind === undefined) return wrong(messages.unknownOption(name));
    let value = equals === -1 ? null : argument.slice(equals + 1);
    if (kind === 'flag') {
      if (value !== null) return wrong(messages.takesNoValue(name));
      value = '';
    }
    if (value === null) {
      const next = argv[++i];
      if (next === undefined || Object.hasOwn(options, next)) {
        return wrong(messages.needsValue(name));
      }
      value = next;
    }
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return { rest, values };
}

function wrong(message: string): CliProblem {
  return { problem: 'usage', message };
}

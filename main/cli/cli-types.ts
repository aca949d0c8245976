import type { Stamp } from '../../core/edit/patch.ts';
import type { Importer } from '../services.ts';

/** A command line taken apart: what stands without a name, and the values of each option in their order. */
export interface Arguments {
  readonly rest: readonly string[];
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** Where a command writes: results to `out`, what went wrong or else is to be known to `err`, a line at a time. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (line: string) => void;
  /** How far it is, over what was said last; for people alone. Empty: takes it away. */
  readonly progress: (line: string) => void;
}

export interface CliContext {
  readonly args: Arguments;
  readonly terminal: Terminal;
  readonly folder: string;
  readonly importer: Importer;
  readonly stamp: Stamp;
}

export type ExitCode = 0 | 1 | 2;

/** A run ends in an exit code, or in a problem: `usage` for a wrong command line. */
export type Outcome = ExitCode | CliProblem;
export interface CliProblem {
  readonly problem: 'usage' | 'failure';
  readonly message: string;
}

export interface CliCommand {
  readonly help: string;
  readonly options: Readonly<Record<string, OptionKind>>;
  readonly run: (context: CliContext) => Promise<Outcome>;
}
export type OptionKind = 'flag' | 'value' | 'values';

export function usage(message: string): CliProblem {
  return { problem: 'usage', message };
}

export function problem(message: string): CliProblem {
  return { problem: 'failure', message };
}

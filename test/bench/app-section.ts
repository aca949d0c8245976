import { cpus } from 'node:os';
import type { Figure } from './figures.ts';
import type { Row } from './rows/row.ts';

export interface AppFigures {
  readonly command: string;
  readonly machine: string;
  readonly rounds: number;
  readonly rows: readonly Row[];
  /** What could not be measured, and why. */
  readonly failures: readonly string[];
}

export function appSection(
  title: string,
  { command, machine, rounds, rows, failures }: AppFigures,
): string {
  const lines = rows.map(
    ({ name, what, unit, measured, against, other, ratio, must, holds }) =>
      `| ${name} | ${what} | ${shown(measured)} ${unit} | ${other === null ? '' : `${against ?? ''}: ${shown(other)} ${unit}`} | ${ratio === null ? '' : ratioText(ratio)} | ${must} | ${holds === null ? '' : holds ? 'yes' : '**no**'} |`,
  );
  const failed = failures.map((why) => `\n\nNot measured: ${why.split('\n')[0] ?? ''}`).join('');
  return `## ${title}

Made by \`${command}\` on ${machine}: the built program, driven with real keys and clicks; medians of at least ${rounds} rounds with the
least and the most, subject and peer in turns. Times end with the main thread's frame, and do not carry to other machines;
ratios do.${command.includes('--quick') ? ' Quick: a quarter of the sizes named.' : ''} A picture of the screen proved that the program, the floor and each peer had painted.

| | what | measured | compared with | ratio | must be | holds |
| --- | --- | --- | --- | --: | --- | --- |
${lines.join('\n')}${failed}`;
}

export function machineNow(electron: string): string {
  const processor = cpus()[0]?.model ?? 'unknown processor';
  return `${cpus().length} cores (${processor}), Electron ${electron}, Node ${process.versions.node}, ${process.platform}`;
}

function shown({ median, min, max }: Figure): string {
  return `${digits(median)} (${digits(min)}–${digits(max)})`;
}

function digits(n: number): string {
  return n === 0 ? '0' : n >= 100 ? n.toFixed(0) : n.toPrecision(3);
}

function ratioText(ratio: number): string {
  return ratio > 0 && ratio < 0.2 ? `1/${(1 / ratio).toFixed(0)}` : ratio.toFixed(2);
}

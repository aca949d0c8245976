import type { Figure } from './figures.ts';
import type { ImportFigures } from './import.ts';
import type { Row } from './rows/row.ts';

/** `command` says how to measure the same again. */
export function importSection(
  title: string,
  command: string,
  { machine, rounds, rows, failures }: ImportFigures,
): string {
  const mega = (bytes: number): number => bytes / (1024 * 1024);
  const lines = rows.map(({ what, bytes, characters, first, again, floor, peak }) => {
    const size = `${digits(mega(bytes))} MB, ${(characters / 1000).toFixed(0)} thousand characters`;
    const held = { median: mega(peak.median), min: mega(peak.min), max: mega(peak.max) };
    const ratio = (again.median / floor.median).toFixed(1);
    return `| ${what} | ${size} | ${shown(first)} | ${shown(again)} | ${shown(floor)} | ${ratio} | ${shown(held)} |`;
  });
  const failed = failures.map((why) => `\n\nNot measured: ${why}`).join('');
  return `## ${title}

Made by \`${command}\` on ${machine}: each file is read in ${rounds} new processes; medians with the least and the most.
The first reading loads the importer, the other has it at hand. The floor is the same text read as plain text: decoded and
composed. Memory is what the first reading took at its peak beyond the process itself. Times do not carry to other machines;
ratios do.

| file | size | first, ms | again, ms | floor, ms | ratio | memory, MB |
| --- | --- | --: | --: | --: | --: | --: |
${lines.join('\n')}${failed}`;
}

/** What the program does with a file that is handed over. */
export function shownSection(rows: readonly Row[]): string {
  const lines = rows.map(
    ({ what, measured, unit, must, holds }) =>
      `| ${what} | ${shown(measured)} ${unit} | ${must} | ${holds === null ? '' : holds ? 'yes' : '**no**'} |`,
  );
  return `In the program, from the file handed over:

| what | measured | must be | holds |
| --- | --- | --- | --- |
${lines.join('\n')}`;
}

function shown({ median, min, max }: Omit<Figure, 'rounds'>): string {
  return `${digits(median)} (${digits(min)}–${digits(max)})`;
}

function digits(n: number): string {
  return n === 0 ? '0' : n >= 100 ? n.toFixed(0) : n.toPrecision(3);
}

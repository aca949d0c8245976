import { fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import path from 'node:path';
import { importLimits } from '../../main/importers/limits.ts';
import { figure, type Figure } from './figures.ts';
import type { ImportAsked, ImportSample } from './import-child.ts';
import { importFiles, type ImportFile } from './made/import-files.ts';

// What it costs to read a source, by format: in a process of its own each time, as the command line does it.

export interface ImportRow {
  readonly row: string;
  readonly what: string;
  readonly bytes: number;
  readonly characters: number;
  readonly first: Figure;
  readonly again: Figure;
  readonly floor: Figure;
  readonly peak: Figure;
}

export interface ImportFigures {
  readonly machine: string;
  readonly rounds: number;
  readonly rows: readonly ImportRow[];
  readonly failures: readonly string[];
}

export interface ImportAsk {
  readonly quick: boolean;
  /** The built import-child. */
  readonly child: string;
  readonly only: readonly string[];
  /** One more file, of any format. */
  readonly text: string | null;
}

export async function measureImport({
  quick,
  child,
  only,
  text,
}: ImportAsk): Promise<ImportFigures> {
  const rounds = quick ? 3 : 7;
  const given: ImportFile[] = [];
  if (text !== null) {
    const bytes = Uint8Array.from(await readFile(text));
    given.push({
      row: 'given',
      what: path.basename(text),
      name: path.basename(text),
      make: () => bytes,
    });
  }
  const files = [...importFiles(quick ? 0.25 : 1), ...given];
  const wanted = files.filter(({ row }) => only.length === 0 || only.includes(row));
  const rows: ImportRow[] = [];
  const failures: string[] = [];
  for (const file of wanted) {
    process.stderr.write(`${file.what} …\n`);
    const bytes = file.make();
    const samples: ImportSample[] = [];
    let failure: string | null = null;
    for (let round = 0; round < rounds && failure === null; round += 1) {
      const answer = await inProcess(child, { name: file.name, bytes });
      if (typeof answer === 'string') failure = `${file.what}: ${answer}`;
      else samples.push(answer);
    }
    const of = (name: keyof ImportSample) => figure(samples.map((one) => one[name]));
    if (failure !== null) failures.push(failure);
    else
      rows.push({
        row: file.row,
        what: file.what,
        bytes: bytes.length,
        characters: samples[0]?.characters ?? 0,
        first: of('first'),
        again: of('again'),
        floor: of('floor'),
        peak: of('peak'),
      });
  }
  const processor = cpus()[0]?.model ?? 'unknown processor';
  const machine = `${cpus().length} cores (${processor}), Node ${process.versions.node}, ${process.platform}`;
  return { machine, rounds, rows, failures };
}

function inProcess(child: string, asked: ImportAsked): Promise<ImportSample | string> {
  return new Promise((resolve) => {
    const started = fork(child, {
      execArgv: [`--max-old-space-size=${importLimits.memoryMegabytes}`, '--expose-gc'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    started.once('message', (answer) => {
      resolve(answer as ImportSample | string);
      started.kill();
    });
    started.once('exit', (code, signal) => {
      resolve(`its process ended: ${signal ?? String(code)}`);
    });
    started.send(asked);
  });
}

#!/usr/bin/env node
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { cliMessages as messages } from '../core/messages/en/cli.ts';
import { runCli } from './cli/run.ts';
import { defaultLibrary, documentsFolder } from './library-folder.ts';
import { ImportHost } from './importers/import-host.ts';
import { nodeImportProcess } from './importers/node-process.ts';
import { createImporter } from './source-importer.ts';

// The `commonplace` command: plain Node over the same library, importers and exporters as the window.

// A reader that has seen enough, such as `head`, closes the pipe: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(process.exitCode ?? 0);
});

const err = (line: string) => {
  process.stderr.write(`${line.replace(/\s*\n\s*/g, ' ')}\n`);
};

const progress = (line: string) => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`);
};

process.exitCode = await runCli(process.argv.slice(2), {
  terminal: { out: (text) => process.stdout.write(text), err, progress },
  version: version(),
  defaultFolder: defaultLibrary(process.env, documentsFolder(process.env, process.platform)),
  importer: createImporter(new ImportHost(nodeImportProcess(beside('import-child.js')))),
  stamp: { id: () => randomUUID(), now: () => new Date().toISOString() },
}).catch((error: unknown) => {
  // A broken invariant: one line for the person, the stack for whoever asks for it.
  err(messages.failed(messages.internal));
  if (process.env['COMMONPLACE_DEBUG'] !== undefined) console.error(error);
  return 1;
});

function beside(name: string): URL {
  return pathToFileURL(path.join(import.meta.dirname, name));
}

function version(): string {
  const file = path.join(import.meta.dirname, '../../package.json');
  try {
    return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8'))).version;
  } catch {
    return '?'; // The command was copied out of its package; everything else works.
  }
}

import { parentPort, workerData } from 'node:worker_threads';
import { importMessages } from '../../core/messages/en/imports.ts';
import { failed } from './import-failure.ts';
import type { ImportJob } from './import-source.ts';
import { parseSource } from './parse-source.ts';

// The thread that reads one source and ends. It is given bytes and gives back a document: no files, no network.
const { bytes, name, options, limits } = workerData as ImportJob;

async function reply(): Promise<unknown> {
  try {
    return await parseSource(bytes, name, options, limits);
  } catch (error) {
    // A fault in a parser must not look like a lost file; the stack goes to the log of whoever started it.
    console.error(error);
    return failed('import-failed', importMessages.failed(name));
  }
}

parentPort?.postMessage(await reply());

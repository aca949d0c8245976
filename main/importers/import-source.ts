import { Worker } from 'node:worker_threads';
import type { Result } from '../../core/contract.ts';
import { importMessages } from '../../core/messages/en/imports.ts';
import { failed, megabytes } from './import-failure.ts';
import type { ImportedDocument, ImportOptions } from './imported-draft.ts';
import { importLimits, type ImportLimits } from './limits.ts';

export interface ImportJob {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly options: ImportOptions;
  readonly limits: ImportLimits;
}

export interface ImportSettings extends ImportOptions {
  /**
   * The built import-worker.js. It stands beside index.js and cli.js, and those must name it: this file may be bundled
   * into a chunk elsewhere.
   */
  readonly worker: URL;
  readonly signal?: AbortSignal;
  readonly limits?: ImportLimits;
}

/**
 * Reads a source in a thread of its own, so that neither a slow nor a hostile one holds up or harms the program. The
 * bytes are copied to it and stay as they are; ending the thread at any time loses nothing.
 */
export async function importSource(
  bytes: Uint8Array,
  name: string,
  settings: ImportSettings,
): Promise<Result<ImportedDocument>> {
  const { worker, signal, limits = importLimits, variant } = settings;
  if (signal?.aborted === true) return failed('cancelled', importMessages.cancelled(name));
  if (bytes.length > limits.bytes) {
    return failed('file-too-large', importMessages.tooLarge(name, megabytes(limits.bytes)));
  }
  return runWorker(worker, { bytes, name, options: { variant }, limits }, signal);
}

function runWorker(
  entry: URL,
  job: ImportJob,
  signal: AbortSignal | undefined,
): Promise<Result<ImportedDocument>> {
  return new Promise((resolve) => {
    const thread = new Worker(entry, {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: job.limits.heapMegabytes },
      env: {},
    });
    const finish = (result: Result<ImportedDocument>): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      resolve(result);
      void thread.terminate();
    };
    const cancel = (): void => finish(failed('cancelled', importMessages.cancelled(job.name)));
    const milliseconds = timeFor(job);
    const timer = setTimeout(() => {
      const seconds = Math.round(milliseconds / 1000);
      finish(failed('import-failed', importMessages.tooSlow(job.name, seconds)));
    }, milliseconds);

    signal?.addEventListener('abort', cancel);
    thread.once('message', finish);
    thread.once('messageerror', () =>
      finish(failed('import-failed', importMessages.failed(job.name))),
    );
    thread.once('error', (error) => {
      const memory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      const message = memory
        ? importMessages.tooMuchMemory(job.name)
        : importMessages.failed(job.name);
      finish(failed('import-failed', message));
    });
    thread.once('exit', () => finish(failed('import-failed', importMessages.failed(job.name))));
  });
}

function timeFor({ bytes, limits }: ImportJob): number {
  const more = (bytes.length / (1024 * 1024)) * limits.millisecondsPerMegabyte;
  return Math.min(limits.mostMilliseconds, limits.milliseconds + more);
}

import type { ImportJob } from './import-job.ts';
import type { ImportEnd, ImportProcess } from './import-process.ts';
import { millisecondsFor } from './limits.ts';

/** What became of a job. After anything but an answer the process is of no more use. */
export type JobOutcome =
  | { readonly kind: 'answer'; readonly answer: unknown }
  | { readonly kind: ImportEnd | 'cancelled' }
  | { readonly kind: 'too-slow'; readonly seconds: number };

const milliseconds = 100;
const megabyte = 1024 * 1024;

/** Has a process read a source, and looks on: what it costs beyond the limits ends it. */
export function runJob(
  process: ImportProcess,
  job: ImportJob,
  signal: AbortSignal | undefined,
): Promise<JobOutcome> {
  return new Promise((resolve) => {
    const finish = (outcome: JobOutcome): void => {
      clearTimeout(timer);
      clearInterval(watch);
      signal?.removeEventListener('abort', cancel);
      if (outcome.kind !== 'answer') process.kill();
      resolve(outcome);
    };
    const cancel = (): void => finish({ kind: 'cancelled' });
    const most = millisecondsFor(job.bytes.length, job.limits);
    const timer = setTimeout(() => {
      finish({ kind: 'too-slow', seconds: Math.round(most / 1000) });
    }, most);
    const watch = setInterval(() => {
      const held = process.memory();
      if (held !== null && held > job.limits.memoryMegabytes * megabyte) {
        finish({ kind: 'out-of-memory' });
      }
    }, milliseconds);
    signal?.addEventListener('abort', cancel);
    if (signal?.aborted === true) {
      cancel();
      return;
    }
    void process.ended.then((kind) => {
      finish({ kind });
    });
    process.read(job).then(
      (answer) => {
        finish({ kind: 'answer', answer });
      },
      () => {
        finish({ kind: 'crashed' });
      },
    );
  });
}

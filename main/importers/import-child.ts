import { answerJob } from './answer-job.ts';
import type { ImportJob } from './import-job.ts';

// The importing process in plain Node; node-process.ts starts it and says what it may do.

process.on('message', (job: ImportJob) => {
  void answerJob(job).then((answer) => process.send?.(answer));
});
// pdf.js leaves promises behind that nobody waits for. The answer comes all the same; a page of Chromium does not end by
// them either.
process.on('unhandledRejection', () => undefined);
// Whoever started it is gone.
process.once('disconnect', () => process.exit());

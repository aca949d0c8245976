import { answerJob } from './answer-job.ts';
import type { ImportJob } from './import-job.ts';

// The importing process in plain Node; node-process.ts starts it and says what it may do.

process.on('message', (job: ImportJob) => {
  void answerJob(job).then((answer) => process.send?.(answer));
});
// Whoever started it is gone.
process.once('disconnect', () => process.exit());

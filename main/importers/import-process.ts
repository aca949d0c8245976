import type { ImportJob } from './import-job.ts';
import type { ImportLimits } from './limits.ts';

/** How a process ended that nobody told to. */
export type ImportEnd = 'out-of-memory' | 'crashed';

/** A process with nothing but the importers in it, and no way to files or network. It reads one source at a time. */
export interface ImportProcess {
  /** What the process says, unchecked. */
  readonly read: (job: ImportJob) => Promise<unknown>;
  readonly ended: Promise<ImportEnd>;
  /** Bytes that it holds of the machine's memory; null where that cannot be told. */
  readonly memory: () => number | null;
  /** At once, whatever it is doing. */
  readonly kill: () => void;
  /** Whether the program must wait for it before it can end. */
  readonly hold: (held: boolean) => void;
}

/** Rejects where there can be none. */
export type StartImportProcess = (limits: ImportLimits) => Promise<ImportProcess>;

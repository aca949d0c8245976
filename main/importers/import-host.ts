import type { Result } from '../../core/contract.ts';
import { importMessages } from '../../core/messages/en/imports.ts';
import { failed, megabytes } from './import-failure.ts';
import type { ImportedDocument, ImportOptions } from './imported-draft.ts';
import { alone } from './import-job.ts';
import type { ImportProcess, StartImportProcess } from './import-process.ts';
import { importLimits, type ImportLimits } from './limits.ts';
import { readAnswer } from './read-answer.ts';
import { runJob, type JobOutcome } from './run-job.ts';

export interface ImportSettings extends ImportOptions {
  /** Ends the reading at once. */
  readonly signal?: AbortSignal;
}

/** A process serves so many sources, so that nothing can pile up in it. */
const mostSources = 50;
/** An idle one is kept so long for what may come next. */
const idleMilliseconds = 30_000;
/** Above this share of its memory an idle process is not kept. */
const keptShare = 0.4;

interface Kept {
  readonly process: ImportProcess;
  sources: number;
  idle: ReturnType<typeof setTimeout> | null;
}

/**
 * Reads sources in processes of their own, a few at once, so that neither a slow nor a hostile one holds up or harms the
 * program. The bytes are copied to it and stay as they are; ending a process at any time loses nothing.
 */
export class ImportHost {
  readonly #start: StartImportProcess;
  readonly #limits: ImportLimits;
  readonly #idle: Kept[] = [];
  readonly #waiting: (() => void)[] = [];
  /** Sources that may be read now. */
  #places: number;
  #closed = false;

  constructor(start: StartImportProcess, limits = importLimits, atOnce = 1) {
    this.#start = start;
    this.#limits = limits;
    this.#places = atOnce;
  }

  async read(
    bytes: Uint8Array,
    name: string,
    { variant, signal }: ImportSettings,
  ): Promise<Result<ImportedDocument>> {
    const limits = this.#limits;
    if (bytes.length > limits.bytes) {
      return failed('file-too-large', importMessages.tooLarge(name, megabytes(limits.bytes)));
    }
    await this.#place();
    try {
      if (signal?.aborted === true || this.#closed) {
        return failed('cancelled', importMessages.cancelled(name));
      }
      const kept = await this.#process();
      if (kept === null) return failed('import-failed', importMessages.failed(name));
      const job = { bytes: alone(bytes), name, options: { variant }, limits };
      const outcome = await runJob(kept.process, job, signal);
      const result = outcomeResult(outcome, name);
      if (outcome.kind === 'answer' && result.orderly) this.#keep(kept);
      else kept.process.kill();
      return result.value;
    } finally {
      this.#leave();
    }
  }

  /** Has a process ready for a source that will come. */
  async warm(): Promise<void> {
    if (this.#idle.length > 0 || this.#places === 0 || this.#closed) return;
    await this.#place();
    try {
      const kept = await this.#process();
      if (kept !== null) this.#keep(kept);
    } finally {
      this.#leave();
    }
  }

  /** Ends what waits for a source, and whatever reads one as soon as that is done. */
  close(): void {
    this.#closed = true;
    for (const kept of this.#idle.splice(0)) end(kept);
  }

  async #process(): Promise<Kept | null> {
    const ready = this.#idle.pop();
    if (ready !== undefined) {
      if (ready.idle !== null) clearTimeout(ready.idle);
      ready.process.hold(true);
      return ready;
    }
    try {
      return { process: await this.#start(this.#limits), sources: 0, idle: null };
    } catch (error) {
      console.error('no process for reading sources', error);
      return null;
    }
  }

  #keep(kept: Kept): void {
    kept.sources += 1;
    const most = this.#limits.memoryMegabytes * 1024 * 1024 * keptShare;
    if (this.#closed || kept.sources >= mostSources || (kept.process.memory() ?? 0) > most) {
      kept.process.kill();
      return;
    }
    kept.process.hold(false);
    kept.idle = setTimeout(() => {
      this.#drop(kept);
    }, idleMilliseconds);
    kept.idle.unref();
    this.#idle.push(kept);
    void kept.process.ended.then(() => {
      this.#drop(kept);
    });
  }

  #drop(kept: Kept): void {
    const at = this.#idle.indexOf(kept);
    if (at >= 0) end(...this.#idle.splice(at, 1));
  }

  /** Waits until one of the places is free. */
  async #place(): Promise<void> {
    if (this.#places > 0) this.#places -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#places += 1;
    else next();
  }
}

function end(...all: readonly Kept[]): void {
  for (const { process, idle } of all) {
    if (idle !== null) clearTimeout(idle);
    process.kill();
  }
}

interface Judged {
  readonly value: Result<ImportedDocument>;
  /** False where something broke: the process is not used again. */
  readonly orderly: boolean;
}

function outcomeResult(outcome: JobOutcome, name: string): Judged {
  const broken = (message: string): Judged => ({
    value: failed('import-failed', message),
    orderly: false,
  });
  switch (outcome.kind) {
    case 'answer': {
      const read = readAnswer(outcome.answer);
      if (read === null) return broken(importMessages.failed(name));
      if (read.fault !== null) console.error(read.fault);
      return { value: read.result, orderly: read.fault === null };
    }
    case 'cancelled':
      return { value: failed('cancelled', importMessages.cancelled(name)), orderly: false };
    case 'too-slow':
      return broken(importMessages.tooSlow(name, outcome.seconds));
    case 'out-of-memory':
      return broken(importMessages.tooMuchMemory(name));
    case 'crashed':
      return broken(importMessages.failed(name));
  }
}

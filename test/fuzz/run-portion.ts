import { fork } from 'node:child_process';
import { importLimits } from '../../main/importers/limits.ts';
import type { ChildSays, Portion } from './protocol.ts';

export interface Broken {
  readonly number: number;
  readonly why: string;
}

/** What a portion came to. `next` is the number to go on with: a child that broke leaves the rest undone. */
export interface PortionReport {
  readonly next: number;
  readonly opened: number;
  readonly refused: ReadonlyMap<string, number>;
  readonly broken: readonly Broken[];
  readonly slowest: number;
  readonly peak: number;
  readonly resident: number;
}

const mostBytes = importLimits.memoryMegabytes * 1024 * 1024;

/** Reads a portion in a process of its own, under the limits that importing has. */
export function runPortion(child: string, portion: Portion): Promise<PortionReport> {
  return new Promise((resolve) => {
    const found = { opened: 0, slowest: 0, peak: 0, resident: 0, next: portion.from };
    const refused = new Map<string, number>();
    const broken: Broken[] = [];
    const started = fork(child, {
      execArgv: [
        `--max-old-space-size=${importLimits.memoryMegabytes}`,
        '--expose-gc',
        '--no-warnings',
      ],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    let late: ReturnType<typeof setTimeout> | undefined;
    let ended = false;
    const end = (why?: string): void => {
      if (ended) return;
      ended = true;
      clearTimeout(late);
      started.kill('SIGKILL');
      if (why !== undefined) broken.push({ number: found.next, why });
      const next = why === undefined ? portion.to : found.next + 1;
      resolve({ ...found, next, refused, broken });
    };
    started.on('message', (says: ChildSays) => {
      if (ended) return;
      clearTimeout(late);
      if (says.state === 'rested') {
        found.resident = says.resident;
        end(says.resident > mostBytes ? `holds ${mega(says.resident)} MB after all` : undefined);
      } else if (says.state === 'begun') {
        found.next = says.number;
        late = setTimeout(() => {
          end(`hung: not read within ${importLimits.milliseconds / 1000} s`);
        }, importLimits.milliseconds);
      } else {
        const { tried, milliseconds, peak } = says;
        found.slowest = Math.max(found.slowest, milliseconds);
        found.peak = Math.max(found.peak, peak);
        if (tried.kind === 'opened') found.opened += 1;
        else if (tried.kind === 'refused')
          refused.set(tried.code, (refused.get(tried.code) ?? 0) + 1);
        else broken.push({ number: says.number, why: tried.why });
        if (peak > mostBytes) end(`held ${mega(peak)} MB`);
      }
    });
    started.once('error', () => {
      end('the process could not be started');
    });
    started.once('exit', (code, signal) => {
      end(`the process ended: ${signal ?? String(code)}`);
    });
    started.send(portion);
  });
}

const mega = (bytes: number): number => Math.round(bytes / (1024 * 1024));

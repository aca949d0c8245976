import { Worker } from 'node:worker_threads';
import { hasExpression } from '../../core/autotag/has-expression.ts';
import type { SearchedText } from '../../core/autotag/find-passages.ts';
import type { FoundPassage } from '../../core/autotag/query.ts';
import type { Result, RuleQuery } from '../../core/contract.ts';
import { searchMessages } from '../../core/messages/en/search.ts';
import { failed, ok } from '../store/outcome.ts';
import { searchLimits, type SearchLimits } from './limits.ts';
import type { RuleAnswer, RuleOrder } from './search-orders.ts';

type Found = Result<readonly FoundPassage[]>;
type Settle = (found: Found) => void;

/**
 * Follows rules in a search thread of its own, one text at a time. A text on which an expression takes too long ends the
 * thread, and the next text gets a new one.
 */
export class RuleSearch {
  readonly #entry: URL;
  readonly #limits: SearchLimits;
  #thread: Worker | null = null;
  #settle: Settle | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `entry` is the built search-worker.js, which stands beside the program's entry. */
  constructor(entry: URL, limits: SearchLimits = searchLimits) {
    this.#entry = entry;
    this.#limits = limits;
  }

  passages(searched: SearchedText, rule: RuleQuery): Promise<Found> {
    this.stop();
    return new Promise((settle) => {
      this.#settle = settle;
      const thread = (this.#thread ??= new Worker(this.#entry, { env: {} }));
      thread.unref();
      thread.removeAllListeners();
      const { expression, words } = this.#limits;
      const isSlow = hasExpression(rule.query);
      thread.on('message', (answer: RuleAnswer) => {
        if (thread !== this.#thread) return;
        if (answer.kind === 'passages') this.#finish(ok(answer.found));
        else this.#within(isSlow ? expression : words, isSlow ? searchMessages.tooSlow : undefined);
      });
      const broke = (error?: unknown): void => {
        if (thread !== this.#thread) return;
        if (error !== undefined) console.error('the thread of a rule failed', error);
        this.#end(failed('search-failed', searchMessages.failed));
      };
      thread.on('error', broke);
      thread.on('exit', () => broke());
      this.#within(this.#limits.prepare);
      const order: RuleOrder = { kind: 'rule', searched, rule };
      thread.postMessage(order);
    });
  }

  stop(): void {
    if (this.#settle !== null) this.#end(failed('cancelled', searchMessages.cancelled));
  }

  #within(milliseconds: number, why: string = searchMessages.failed): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#end(failed('search-failed', why)), milliseconds);
  }

  #end(found: Found): void {
    const thread = this.#thread;
    this.#thread = null;
    void thread?.terminate();
    this.#finish(found);
  }

  #finish(found: Found): void {
    clearTimeout(this.#timer);
    const settle = this.#settle;
    this.#settle = null;
    settle?.(found);
  }
}

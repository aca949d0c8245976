import { Worker } from 'node:worker_threads';
import type { Result } from '../../core/contract.ts';
import { searchMessages } from '../../core/messages/en/search.ts';
import type { FindHits, FindQuery } from '../../core/search/find-query.ts';
import { failed, ok } from '../store/outcome.ts';
import { searchLimits, type SearchLimits } from './limits.ts';
import type { SearchAnswer, SearchOrder } from './search-orders.ts';

interface Search {
  readonly text: string;
  readonly query: FindQuery;
  readonly settle: (result: Result<FindHits>) => void;
}

/**
 * Searches a text in a thread that keeps the last one. One search at a time and the newest wins: the one before ends
 * with `cancelled`. A search beyond its time ends with its thread, and the next one gets a new thread.
 */
export class TextSearch {
  readonly #entry: URL;
  readonly #limits: SearchLimits;
  #thread: Worker | null = null;
  /** What the thread has. */
  #text: string | null = null;
  #running: Search | null = null;
  #prepared = false;
  #next: Search | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `entry` is the built search-worker.js, which stands beside the program's entry. */
  constructor(entry: URL, limits: SearchLimits = searchLimits) {
    this.#entry = entry;
    this.#limits = limits;
  }

  find(text: string, query: FindQuery): Promise<Result<FindHits>> {
    return new Promise((settle) => {
      this.#next?.settle(failed('cancelled', searchMessages.cancelled));
      this.#next = { text, query, settle };
      if (this.#running === null) {
        this.#begin();
        return;
      }
      this.#running.settle(failed('cancelled', searchMessages.cancelled));
      // Getting a text ready is no time lost: the next search needs it.
      if (this.#prepared) this.#within(this.#limits.superseded);
    });
  }

  close(): void {
    this.#running?.settle(failed('cancelled', searchMessages.cancelled));
    this.#next?.settle(failed('cancelled', searchMessages.cancelled));
    this.#next = null;
    this.#endThread();
  }

  #begin(): void {
    const search = this.#next;
    if (search === null) return;
    this.#next = null;
    this.#running = search;
    const { text, query } = search;
    const order: SearchOrder = {
      kind: 'words',
      text: text === this.#text ? null : text,
      query,
    };
    this.#thread ??= this.#start();
    this.#text = text;
    this.#prepared = false;
    this.#within(this.#limits.prepare);
    this.#thread.postMessage(order);
  }

  #start(): Worker {
    const thread = new Worker(this.#entry, { env: {} });
    thread.unref();
    thread.on('message', (answer: SearchAnswer) => {
      if (thread === this.#thread) this.#hear(answer);
    });
    const broke = (error?: unknown): void => {
      if (thread !== this.#thread) return;
      if (error !== undefined) console.error('the search thread failed', error);
      this.#end(failed('search-failed', searchMessages.failed));
    };
    thread.on('error', broke);
    thread.on('exit', () => broke());
    this.#text = null;
    return thread;
  }

  #hear(answer: SearchAnswer): void {
    const { query } = this.#running ?? {};
    if (answer.kind === 'prepared') {
      this.#prepared = true;
      const { expression, words, superseded } = this.#limits;
      const limit = query?.regex === true ? expression : words;
      this.#within(this.#next === null ? limit : Math.min(limit, superseded));
      return;
    }
    const { found } = answer;
    this.#finish(
      found.kind === 'hits'
        ? ok(found.hits)
        : failed('invalid-input', searchMessages.broken(found.reason)),
    );
  }

  #within(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const regex = this.#running?.query.regex === true;
      this.#end(failed('search-failed', regex ? searchMessages.tooSlow : searchMessages.failed));
    }, milliseconds);
  }

  /** The search ends with its thread. */
  #end(result: Result<FindHits>): void {
    this.#endThread();
    this.#finish(result);
  }

  #endThread(): void {
    clearTimeout(this.#timer);
    const thread = this.#thread;
    this.#thread = null;
    this.#text = null;
    void thread?.terminate();
  }

  #finish(result: Result<FindHits>): void {
    clearTimeout(this.#timer);
    this.#running?.settle(result);
    this.#running = null;
    this.#begin();
  }
}

import type { DrawAnswer, DrawRequest, OpenRequest } from './draw-messages.ts';

/** A page that takes longer ends the thread, ms. */
const longest = 10_000;
/** A large file may take a while to be opened, ms. */
const longestOpening = 30_000;

/** What became of a page: its picture, or why there is none. */
export type Drawing = ImageBitmap | 'slow' | 'failed';
type Asked = Omit<DrawRequest, 'kind' | 'number'>;

/** The thread that draws the pages of one document, one at a time. It is started when the first page is asked for. */
export class DrawingThread {
  readonly #readSource: () => Promise<Uint8Array | null>;
  #worker: Worker | null = null;
  #ready: Promise<boolean> | null = null;
  #number = 0;
  #ended = false;
  #end: (() => void) | null = null;

  constructor(readSource: () => Promise<Uint8Array | null>) {
    this.#readSource = readSource;
  }

  /** Not to be called again before it answered. */
  async draw(asked: Asked): Promise<Drawing> {
    this.#ready ??= this.#start();
    if (!(await this.#ready) || this.#worker === null) {
      this.#terminate();
      return 'failed';
    }
    const number = ++this.#number;
    const request: DrawRequest = { kind: 'draw', number, ...asked };
    const drawing = await this.#ask<Drawing>(
      longest,
      'slow',
      () => this.#worker?.postMessage(request),
      (said) => {
        if (said.kind === 'drawn' && said.number === number) return said.bitmap;
        return said.kind === 'failed' && said.number === number ? 'failed' : null;
      },
    );
    // Whatever keeps it busy ends with it; the next page starts another one.
    if (drawing === 'slow') this.#terminate();
    return drawing;
  }

  stop(): void {
    this.#ended = true;
    this.#terminate();
  }

  #terminate(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#ready = null;
    this.#end?.();
  }

  async #start(): Promise<boolean> {
    const [bytes, { drawWorker }] = await Promise.all([
      this.#readSource(),
      import('./draw-worker-address.ts'),
    ]);
    if (bytes === null || this.#ended) return false;
    const worker = drawWorker();
    this.#worker = worker;
    const request: OpenRequest = { kind: 'open', bytes };
    return this.#ask<boolean>(
      longestOpening,
      false,
      () => worker.postMessage(request, [bytes.buffer]),
      (said) => (said.kind === 'opened' ? true : null),
    );
  }

  /** The first answer that `take` takes; `late` where none comes in time or the thread ends. */
  #ask<T>(
    within: number,
    late: T,
    ask: () => void,
    take: (said: DrawAnswer) => T | null,
  ): Promise<T> {
    const worker = this.#worker;
    return new Promise((resolve) => {
      const listening = new AbortController();
      const { signal } = listening;
      const finish = (answer: T): void => {
        clearTimeout(timer);
        listening.abort();
        this.#end = null;
        resolve(answer);
      };
      const timer = setTimeout(() => finish(late), within);
      this.#end = () => finish(late);
      worker?.addEventListener(
        'message',
        ({ data }: MessageEvent<DrawAnswer>) => {
          const taken = take(data);
          if (taken !== null) finish(taken);
        },
        { signal },
      );
      worker?.addEventListener('error', () => finish(late), { signal });
      ask();
    });
  }
}

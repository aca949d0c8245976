import type { DrawAnswer, DrawRequest, OpenRequest, SizeRequest } from './draw-messages.ts';

/** A page that takes longer ends the thread, ms. */
const longest = 10_000;
/** A large file may take a while to be opened, ms. */
const longestOpening = 30_000;

/** What became of a page: its picture, or why there is none. */
export type Drawing = ImageBitmap | 'slow' | 'failed';
export interface PaperSize {
  readonly width: number;
  readonly height: number;
}

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

  /**
   * A page of that size in points, at `scale` pixels to a point. Not to be called again before it answered; the same
   * holds for `size`.
   */
  draw(page: number, { width, height }: PaperSize, scale: number): Promise<Drawing> {
    const request: Omit<DrawRequest, 'number'> = {
      kind: 'draw',
      page,
      scale,
      width: Math.max(Math.round(width * scale), 1),
      height: Math.max(Math.round(height * scale), 1),
    };
    return this.#request(request, (said) => (said.kind === 'drawn' ? said.bitmap : null));
  }

  /** Of a page, in points. */
  size(page: number): Promise<PaperSize | 'slow' | 'failed'> {
    return this.#request<PaperSize>({ kind: 'size', page }, (said) =>
      said.kind === 'sized' ? said : null,
    );
  }

  stop(): void {
    this.#ended = true;
    this.#terminate();
  }

  async #request<T>(
    request: Omit<DrawRequest, 'number'> | Omit<SizeRequest, 'number'>,
    take: (said: DrawAnswer) => T | null,
  ): Promise<T | 'slow' | 'failed'> {
    this.#ready ??= this.#start();
    if (!(await this.#ready) || this.#worker === null) {
      this.#terminate();
      return 'failed';
    }
    const number = ++this.#number;
    const answered = await this.#ask<T | 'slow' | 'failed'>(
      longest,
      'slow',
      () => this.#worker?.postMessage({ ...request, number }),
      (said) => {
        if (said.kind === 'opened' || said.number !== number) return null;
        return said.kind === 'failed' ? 'failed' : take(said);
      },
    );
    // Whatever keeps it busy ends with it; the next page starts another one.
    if (answered === 'slow') this.#terminate();
    return answered;
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

import { frameEnd } from './timing.ts';

export interface Scrolled {
  /** Milliseconds between the frames. */
  readonly frames: readonly number[];
  /** Tasks of the main thread over 50 ms, ms. */
  readonly long: readonly number[];
}

export function scroller(): Element {
  return document.querySelector('[data-testid="reader"]') ?? document.documentElement;
}

/** Goes through stretches all over the text, so many px a frame. The way to a stretch is not counted. */
export async function scrollStretches(
  stretches: number,
  framesEach: number,
  step: number,
): Promise<Scrolled> {
  const box = scroller();
  const frames: number[] = [];
  const long: number[] = [];
  for (let n = 0; n < stretches; n++) {
    box.scrollTop = ((box.scrollHeight - box.clientHeight) * (n + 0.5)) / stretches;
    for (let still = 0; still < 12; still++) await frameEnd();
    const observer = new PerformanceObserver(() => undefined);
    observer.observe({ type: 'longtask' });
    let last = await nextFrame();
    for (let frame = 0; frame < framesEach; frame++) {
      box.scrollTop += step;
      const now = await nextFrame();
      frames.push(now - last);
      last = now;
    }
    await frameEnd();
    long.push(...observer.takeRecords().map(({ duration }) => duration));
    observer.disconnect();
  }
  return { frames, long };
}

/** One stretch at a step far larger than the screen; the frames are looked at from outside, by the clock of the system. */
export async function rush(
  from: number,
  frames: number,
  step: number,
): Promise<{ readonly begin: number; readonly end: number }> {
  const box = scroller();
  box.scrollTop = (box.scrollHeight - box.clientHeight) * from;
  for (let still = 0; still < 12; still++) await frameEnd();
  await nextFrame();
  const begin = performance.timeOrigin + performance.now();
  for (let frame = 0; frame < frames; frame++) {
    box.scrollTop += step;
    await nextFrame();
  }
  return { begin, end: performance.timeOrigin + performance.now() };
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

import { holds, type Condition } from './conditions.ts';

/** The end of the main thread's next frame: a message posted in it is handled after layout and paint. */
export function frameEnd(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        channel.port1.close();
        resolve(performance.now());
      };
      channel.port2.postMessage(null);
    });
  });
}

/** Waits until nothing was on screen to do for some frames, so that one measurement does not pay for the last. */
export async function stillFrames(count: number): Promise<void> {
  for (let n = 0; n < count; n++) await frameEnd();
}

/** Milliseconds from the next event of a type to the end of the frame that shows what is waited for. */
export function timeFrom(type: string, condition: Condition): Promise<number> {
  return new Promise((resolve) => {
    const onEvent = (event: Event): void => {
      window.removeEventListener(type, onEvent, true);
      void frameThat(condition).then((end) => resolve(end - event.timeStamp));
    };
    window.addEventListener(type, onEvent, true);
  });
}

/** The end of the first frame that shows it. While the text is on its way nothing is done, so that nothing is slowed down. */
async function frameThat(condition: Condition): Promise<number> {
  for (;;) {
    const end = await frameEnd();
    if (holds(condition)) return end;
    // Text comes by a change of the page; what is painted beside it may come by none.
    if (condition.kind === 'text' || condition.kind === 'reads') await nextChange(condition);
    if (condition.kind === 'marks') await nextChange({ kind: 'text', first: condition.first });
  }
}

function nextChange(condition: Condition): Promise<void> {
  return new Promise((resolve) => {
    if (holds(condition)) {
      resolve();
      return;
    }
    const observer = new MutationObserver(() => {
      if (!holds(condition)) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}

/** From the start of the page itself: the navigation. */
export async function sinceStart(condition: Condition): Promise<number> {
  return frameThat(condition);
}

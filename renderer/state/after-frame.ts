/** A window that is hidden gets no frames; then it is time after so many ms. */
const longest = 120;

/** Calls back in a task of its own when the next frame has been drawn. The answer takes that back. */
export function afterFrame(callback: () => void): () => void {
  const { port1, port2 } = new MessageChannel();
  let frame = 0;
  const end = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    port1.close();
  };
  const run = (): void => {
    end();
    callback();
  };
  const timer = setTimeout(run, longest);
  port1.onmessage = run;
  frame = requestAnimationFrame(() => {
    port2.postMessage(null);
  });
  return end;
}

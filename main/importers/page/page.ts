import { answerJob } from '../answer-job.ts';
import type { ImportJob } from '../import-job.ts';

// The importing process in the app: a page that nobody sees, in Chromium's sandbox. It has one port and no other way out.

interface Port {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  readonly postMessage: (message: unknown) => void;
}
/** Main has no DOM library. */
interface Page {
  readonly addEventListener: (
    type: 'message',
    listener: (event: { readonly ports: readonly Port[] }) => void,
    options: { readonly once: boolean },
  ) => void;
}

(globalThis as unknown as Page).addEventListener(
  'message',
  ({ ports: [port] }) => {
    if (port === undefined) return;
    port.onmessage = ({ data }) => {
      void answerJob(data as ImportJob).then((answer) => {
        port.postMessage(answer);
      });
    };
  },
  { once: true },
);

import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import type { EventName, EventPayload, Result } from '../../core/contract.ts';
import { shellMessages as messages } from '../../core/messages/en/shell.ts';
import type { Dispatch } from '../dispatch.ts';
import { failed } from '../store/outcome.ts';
import { callChannel, eventChannel, isOwnPage } from './identity.ts';

export interface Line {
  /** Ends when the calls that came before have been answered; later ones are refused. */
  readonly close: () => Promise<void>;
}

/** Answers the calls of the main frame of `window`, and of nobody else. */
export function answerCalls(
  window: BrowserWindow,
  dispatch: Dispatch,
  devServer: string | null,
): Line {
  const running = new Set<Promise<unknown>>();
  let open = true;
  ipcMain.handle(callChannel, (event, name: unknown, input: unknown) => {
    if (!isFromWindow(event, window, devServer)) return failed('forbidden', messages.forbidden);
    if (!open) return failed('not-saved', messages.closing);
    const reply = dispatch(name, unpacked(input)).then(packed);
    running.add(reply);
    void reply.finally(() => running.delete(reply));
    return reply;
  });
  return {
    close: async () => {
      open = false;
      await Promise.allSettled(running);
    },
  };
}

/** JSON text as the value it is of; what is none goes on to the check of the input, which says so. */
function unpacked(input: unknown): unknown {
  if (typeof input !== 'string') return input;
  try {
    return JSON.parse(input);
  } catch {
    return input;
  }
}

function packed(reply: Result<unknown>): unknown {
  return reply.ok && holdsBytes(reply.value) ? reply : JSON.stringify(reply);
}

function holdsBytes(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).some((part) => ArrayBuffer.isView(part))
  );
}

// senderFrame is read before anything is awaited: it is null once the frame is gone.
function isFromWindow(
  { sender, senderFrame }: IpcMainInvokeEvent,
  window: BrowserWindow,
  devServer: string | null,
): boolean {
  if (window.isDestroyed() || senderFrame === null || sender !== window.webContents) return false;
  return senderFrame === sender.mainFrame && isOwnPage(senderFrame.url, devServer);
}

export function sendEvent<N extends EventName>(
  window: BrowserWindow | null,
  name: N,
  payload: EventPayload<N>,
): void {
  if (window !== null && !window.isDestroyed())
    window.webContents.send(eventChannel, name, payload);
}

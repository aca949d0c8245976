import type {
  Bridge,
  CallInput,
  CallName,
  CallOutput,
  EventName,
  EventPayload,
  Result,
} from '../core/contract.ts';

declare global {
  interface Window {
    readonly commonplace: Bridge;
  }
}

/** Asks main. Main has checked the input and built the output, so the reply is taken as the contract types it. */
export async function call<N extends CallName>(
  name: N,
  input: CallInput<N>,
): Promise<Result<CallOutput<N>>> {
  const bytes = Object.values(input).some((value) => value instanceof Uint8Array);
  const reply = await window.commonplace.call(name, bytes ? input : JSON.stringify(input));
  return (typeof reply === 'string' ? JSON.parse(reply) : reply) as Result<CallOutput<N>>;
}

/** Listens to main; the answer stops it. */
export function listen<N extends EventName>(
  name: N,
  listener: (payload: EventPayload<N>) => void,
): () => void {
  return window.commonplace.on(name, (payload) => {
    listener(payload as EventPayload<N>);
  });
}

import type { z } from 'zod';
import { calls, type CallName, type Calls, type Result } from '../core/contract.ts';
import { shellMessages as messages } from '../core/messages/en/shell.ts';
import { failed } from './store/outcome.ts';

type Input<N extends CallName> = z.output<Calls[N]['input']>;
type Output<N extends CallName> = z.output<Calls[N]['output']>;

export type Handlers = {
  readonly [N in CallName]: (input: Input<N>) => Result<Output<N>> | Promise<Result<Output<N>>>;
};

export type Dispatch = (name: unknown, input: unknown) => Promise<Result<unknown>>;

/**
 * The one way from a call's name to its handler. The input is checked here, once; a handler that throws has met a
 * broken invariant, so the details go to `log` and the window gets plain words.
 */
export function createDispatch(
  handlers: Handlers,
  log: (message: string, error: unknown) => void,
): Dispatch {
  return async (name, input) => {
    if (!isCallName(name)) return failed('unknown-call', messages.unknownCall(String(name)));
    try {
      return await run(handlers[name], name, input);
    } catch (error) {
      log(`call ${name} failed`, error);
      return failed('internal', messages.internal);
    }
  };
}

async function run<N extends CallName>(
  handler: Handlers[N],
  name: N,
  input: unknown,
): Promise<Result<unknown>> {
  const parsed = calls[name].input.safeParse(input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const where = [issue?.path.join('.'), issue?.message].filter(Boolean).join(': ');
    return failed('invalid-input', messages.invalidInput(name, where));
  }
  // The schema under this name made the value, so it is this handler's input.
  return handler(parsed.data as Input<N>);
}

/** Only own names: "constructor" and "__proto__" are no calls. */
function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(calls, name);
}

import type { Page } from 'playwright-core';
import type { CallName, CallInput, CallOutput, Result } from '../../core/contract.ts';

/** Calls main as the page does, past all of the interface. */
export async function call<N extends CallName>(
  page: Page,
  name: N,
  input: CallInput<N>,
): Promise<Result<CallOutput<N>>> {
  return (await callAnything(page, name, input)) as Result<CallOutput<N>>;
}

export async function callAnything(
  page: Page,
  name: unknown,
  input: unknown,
): Promise<Result<unknown>> {
  const reply = await page.evaluate(
    ([n, i]) =>
      (
        globalThis as unknown as {
          commonplace: { call: (name: unknown, input: unknown) => Promise<unknown> };
        }
      ).commonplace.call(n, i),
    [name, input],
  );
  return (typeof reply === 'string' ? JSON.parse(reply) : reply) as Result<unknown>;
}

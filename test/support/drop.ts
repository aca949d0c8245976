import type { Page } from 'playwright-core';

export interface DroppedSource {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Dropped {
  readonly kind: string;
  readonly code?: string;
  readonly message?: string;
  readonly entry?: { readonly id: string; readonly title: string };
}

/** Hands a source over as a drop does: its bytes, by the page. */
export async function drop(page: Page, { name, bytes }: DroppedSource): Promise<Dropped> {
  const reply = await page.evaluate(
    async ([wanted, text]) => {
      const { commonplace } = globalThis as unknown as {
        commonplace: { call: (name: string, input: unknown) => Promise<string> };
      };
      const source = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
      return commonplace.call('import.bytes', { name: wanted, bytes: source });
    },
    [name, Buffer.from(bytes).toString('base64')] as const,
  );
  const { value } = JSON.parse(reply) as {
    readonly value: { readonly results: readonly { readonly result: Dropped }[] };
  };
  return value.results[0]?.result ?? { kind: 'nothing' };
}

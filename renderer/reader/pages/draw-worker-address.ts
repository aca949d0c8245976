import address from './draw-worker.ts?worker&url';

interface Policies {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ) => { readonly createScriptURL: (address: string) => string };
}

// The window allows this one policy, and it lets one address through (main/shell/protocol.ts).
const { trustedTypes } = globalThis as { readonly trustedTypes?: Policies };
const policy = trustedTypes?.createPolicy('commonplace-worker', {
  createScriptURL: (asked) => {
    if (asked !== address) throw new TypeError(`${asked} is no worker of this program`);
    return asked;
  },
});

/** Starts the thread that draws pages. */
export function drawWorker(): Worker {
  return new Worker(policy?.createScriptURL(address) ?? address, { type: 'module' });
}

// The window's own origin. Nothing else is ever loaded.

export const scheme = 'app';
export const host = 'commonplace';
export const origin = `${scheme}://${host}`;
/** The page that sources are read in is nobody else's. */
export const importHost = 'import';
export const callChannel = 'call';
export const eventChannel = 'event';

/** Is it a page of the program? `devServer` is there in development alone. */
export function isOwnPage(address: string, devServer: string | null): boolean {
  if (address.startsWith(`${origin}/`)) return true;
  if (devServer === null || !URL.canParse(address)) return false;
  const { protocol, host: at } = new URL(address);
  return protocol === 'devtools:' || at === new URL(devServer).host;
}

import type { Result } from '../../core/contract.ts';
import { shellMessages as messages } from '../../core/messages/en/shell.ts';
import type { Services } from '../services.ts';
import { failed, ok } from '../store/outcome.ts';

const allowed = new Set(['http:', 'https:', 'mailto:']);

/** A document's links are data of strangers: whatever would start a program or read a file is refused. */
export async function openLink(
  opener: Services['opener'],
  href: string,
): Promise<Result<Record<string, never>>> {
  const address = URL.canParse(href) ? new URL(href) : null;
  if (address === null || !allowed.has(address.protocol)) {
    return failed('forbidden', messages.badLink);
  }
  await opener.open(address.href);
  return ok({});
}

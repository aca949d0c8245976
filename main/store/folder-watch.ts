import { watch } from 'node:fs';
import { sep } from 'node:path';

/**
 * Tells of changes in a folder as soon as the system does. Only a hint: some systems, network disks and full tables
 * tell nothing, so whoever listens looks from time to time as well.
 */
export function watchFolder(folder: string, changed: () => void, signal: AbortSignal): void {
  try {
    const watcher = watch(folder, { recursive: true, persistent: false, signal });
    watcher.on('change', (_event, name) => {
      if (!isOurOwn(String(name))) changed();
    });
    // Ends the hints, not the looking.
    watcher.on('error', () => watcher.close());
  } catch {
    // The same: looking from time to time is enough.
  }
}

/** What the program writes all the time itself, and nobody else does. */
function isOurOwn(name: string): boolean {
  return name.endsWith('.tmp') || name.endsWith('.bak') || name.startsWith(`history${sep}`);
}

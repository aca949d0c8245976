import type { Result } from '../../core/contract.ts';
import { storeMessages } from '../../core/messages/en/store.ts';
import type { Settings } from '../../core/model/settings.ts';
import type { Services } from '../services.ts';
import { failed, ok, reasonOf } from '../store/outcome.ts';

export async function saveSettings(
  settings: Services['settings'],
  next: Settings,
): Promise<Result<Record<string, never>>> {
  try {
    await settings.save(next);
    return ok({});
  } catch (error) {
    return failed('not-saved', storeMessages.notSaved(reasonOf(error)));
  }
}

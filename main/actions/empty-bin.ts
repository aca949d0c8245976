import type { Result } from '../../core/contract.ts';
import type { Services } from '../services.ts';

/** The texts are gone and the history is shorter: more than a patch can say, so the window reads all again. */
export async function emptyBin({
  library,
  emit,
}: Pick<Services, 'library' | 'emit'>): Promise<Result<{ documents: number; marks: number }>> {
  const emptied = await library.bin.empty();
  if (emptied.ok && emptied.value.documents + emptied.value.marks > 0) emit('library.reloaded', {});
  return emptied;
}

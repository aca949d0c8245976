import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Failure } from '../../../core/contract.ts';
import type { Patch } from '../../../core/edit/patch.ts';
import { SaveQueue } from '../../../renderer/state/save-queue.ts';

const patchOf = (at: number): Patch => ({
  id: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
  at: '2026-11-22T10:00:00.000Z',
  label: 'mark.add',
  changes: [],
});
const history = { undo: null, redo: null };
const failure = (code: Failure['code']): Failure => ({ code, message: code });

/** Main as the queue sees it: answers each patch as told, after the queue had time for other things. */
function main(answers: readonly ('ok' | 'full' | 'conflict')[]) {
  const sent: string[] = [];
  const kept: string[] = [];
  const refused: string[] = [];
  const seen: string[] = [];
  let turn = 0;
  const queue = new SaveQueue({
    send: async (patch) => {
      sent.push(patch.id);
      await Promise.resolve();
      const answer = answers[turn++] ?? 'ok';
      if (answer === 'ok') kept.push(patch.id);
      return answer === 'ok'
        ? { ok: true, value: history }
        : { ok: false, error: failure(answer === 'full' ? 'not-saved' : 'conflict') };
    },
    saved: (_history, waiting) => seen.push(`saved ${String(waiting)}`),
    failed: (_error, waiting) => seen.push(`failed ${String(waiting)}`),
    refused: (patch) => refused.push(patch.id),
    retryAfter: 0,
  });
  return { queue, sent, kept, refused, seen };
}

describe('SaveQueue', () => {
  it('keeps every edit in order, exactly once, whatever fails on the way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        fc.array(fc.constantFrom('ok', 'full', 'conflict'), { maxLength: 30 }),
        async (count, answers) => {
          const { queue, kept, refused } = main(answers);
          const ids = Array.from({ length: count }, (_, at) => patchOf(at));
          for (const patch of ids) queue.push(patch);
          await queue.settled();
          expect([...kept, ...refused].sort()).toEqual(ids.map(({ id }) => id));
          expect(kept).toEqual([...kept].sort());
        },
      ),
      { numRuns: 50 },
    );
  });

  it('says that it failed, keeps the edit, and sends it again at once when asked', async () => {
    const { queue, sent, seen } = main(['full', 'ok']);
    queue.push(patchOf(1));
    queue.retryNow();
    await queue.settled();
    expect(sent).toEqual([patchOf(1).id, patchOf(1).id]);
    expect(seen).toEqual(['failed 1', 'saved 0']);
  });

  it('gives a refused edit back and goes on with the next', async () => {
    const { queue, kept, refused } = main(['conflict', 'ok']);
    queue.push(patchOf(1));
    queue.push(patchOf(2));
    await queue.settled();
    expect(refused).toEqual([patchOf(1).id]);
    expect(kept).toEqual([patchOf(2).id]);
  });
});

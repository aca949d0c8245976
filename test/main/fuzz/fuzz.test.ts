import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { importLimits } from '../../../main/importers/limits.ts';
import { mutant } from '../../fuzz/mutant.ts';
import { fuzzKinds, madeSeeds } from '../../fuzz/seeds.ts';
import { tryFile } from '../../fuzz/try-mutant.ts';

// The short form of `npm run fuzz`, in this thread and always with the same files.

const each = 50;
const fixtures = path.resolve(import.meta.dirname, '../../fixtures/fuzz');

describe('sources that are broken on purpose', () => {
  it.each(fuzzKinds)('%s is read whole as it was made', async (kind) => {
    for (const { name, bytes } of madeSeeds(kind)) {
      const tried = await tryFile(name, bytes);
      expect([name, tried]).toEqual([name, { kind: 'opened' }]);
    }
  });

  it.each(fuzzKinds)('%s ends in a document or a refusal', async (kind) => {
    const seeds = madeSeeds(kind);
    for (let number = 0; number < each; number += 1) {
      const { name, bytes } = mutant(kind, seeds, 1, number);
      const since = performance.now();
      const tried = await tryFile(name, bytes);
      expect([number, tried]).not.toMatchObject([number, { kind: 'wrong' }]);
      expect(performance.now() - since).toBeLessThan(importLimits.milliseconds);
    }
  });
});

const kept = existsSync(fixtures) ? readdirSync(fixtures) : [];
describe.runIf(kept.length > 0)('sources that were once read wrongly', () => {
  it.each(kept)('%s', async (file) => {
    const name = file.replace(/^[a-z0-9]+-\d+-\d+-/, '');
    const tried = await tryFile(name, Uint8Array.from(readFileSync(path.join(fixtures, file))));
    expect(tried).not.toMatchObject({ kind: 'wrong' });
  });
});

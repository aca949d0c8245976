import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '../../../core/contract.ts';
import type { FindHits, FindQuery } from '../../../core/search/find-query.ts';
import { TextSearch } from '../../../main/search/text-search.ts';
import { bundledWorker } from '../../support/worker-bundle.ts';

const worker = bundledWorker('main/search/search-worker.ts');
let search: TextSearch;

beforeEach(() => {
  search = new TextSearch(worker());
});
afterEach(() => {
  search.close();
});

const words = (text: string): FindQuery => ({
  text,
  matchCase: false,
  matchAccents: false,
  wholeWord: false,
  regex: false,
});
const expression = (text: string): FindQuery => ({ ...words(text), regex: true });
const startsOf = (result: Result<FindHits>): number[] =>
  result.ok ? [...result.value.starts] : [];

/** Takes an expression of nested repeats longer than anyone waits. */
const trap = `${'a'.repeat(5000)}!`;

describe('the search thread', () => {
  it('finds words, then others, in one text and then in another', async () => {
    expect(await search.find('One two one', words('one'))).toEqual({
      ok: true,
      value: { starts: Uint32Array.of(0, 8), ends: Uint32Array.of(3, 11), capped: false },
    });
    expect(startsOf(await search.find('One two one', words('two')))).toEqual([4]);
    expect(startsOf(await search.find('Another two', words('two')))).toEqual([8]);
  });

  it('says in words what is wrong with an expression', async () => {
    expect(await search.find('a', expression('(a'))).toMatchObject({
      ok: false,
      error: {
        code: 'invalid-input',
        message: expect.stringContaining('unterminated group') as string,
      },
    });
  });

  it('ends an expression that has no end, stays awake meanwhile, and searches on', async () => {
    expect(startsOf(await search.find(trap, words('!')))).toEqual([5000]);
    let beats = 0;
    const pulse = setInterval(() => (beats += 1), 20);
    const began = performance.now();
    const result = await search.find(trap, expression('(a+)+$'));
    const took = performance.now() - began;
    clearInterval(pulse);
    expect(result).toMatchObject({
      ok: false,
      error: {
        code: 'search-failed',
        message: expect.stringContaining('takes too long') as string,
      },
    });
    expect(took).toBeGreaterThan(900);
    expect(took).toBeLessThan(4000);
    expect(beats).toBeGreaterThan(10);
    expect(startsOf(await search.find(trap, words('!')))).toEqual([5000]);
  });

  it('answers the newest of several, and the others with "cancelled"', async () => {
    const results = await Promise.all(
      ['o', 'on', 'one'].map((text) => search.find('One two one', words(text))),
    );
    expect(results.map((result) => (result.ok ? 'found' : result.error.code))).toEqual([
      'cancelled',
      'cancelled',
      'found',
    ]);
  });

  it('does not let the next one wait for an expression that has no end', async () => {
    const patient = new TextSearch(worker(), {
      prepare: 30_000,
      words: 30_000,
      expression: 600_000,
      superseded: 50,
    });
    const endless = patient.find(trap, expression('(a+)+$'));
    expect(startsOf(await patient.find(trap, words('!')))).toEqual([5000]);
    expect(await endless).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    patient.close();
  });

  it('says so when there is no thread to start', async () => {
    const lost = new TextSearch(new URL('missing.mjs', worker()));
    expect(await lost.find('a', words('a'))).toMatchObject({
      ok: false,
      error: { code: 'search-failed' },
    });
  });
});

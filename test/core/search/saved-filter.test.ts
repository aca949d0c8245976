import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markColours } from '../../../core/model/colours.ts';
import { passageOrders } from '../../../core/model/passage-orders.ts';
import { dateSpans, sinceOf } from '../../../core/search/date-spans.ts';
import type { PassageQuery } from '../../../core/search/passage-query.ts';
import { queryOf, savedQuery } from '../../../core/search/saved-filter.ts';

const now = new Date(2026, 10, 22, 18);
const query: fc.Arbitrary<PassageQuery> = fc.record({
  tag: fc.option(fc.uuid(), { nil: null }),
  inside: fc.boolean(),
  together: fc.array(fc.uuid(), { maxLength: 3 }),
  document: fc.option(fc.constantFrom('text-one', 'text-two'), { nil: null }),
  since: fc.constantFrom(...dateSpans).map((span) => sinceOf(span, now)),
  until: fc.constant(null),
  colour: fc.option(fc.constantFrom(...markColours), { nil: null }),
  hasNote: fc.boolean(),
  text: fc.string(),
  order: fc.constantFrom(...passageOrders),
});

describe('a saved filter', () => {
  it('asks for what was filtered when it was saved', () => {
    fc.assert(
      fc.property(query, (asked) => {
        const saved = savedQuery(asked, now);
        const stored = JSON.parse(JSON.stringify(saved)) as typeof saved;
        expect(queryOf(stored, now)).toEqual(asked);
      }),
    );
  });

  it('counts its days from the day it is looked at', () => {
    const later = new Date(2026, 11, 3, 9);
    const saved = savedQuery(
      { tag: null, colour: null, hasNote: false, text: '', since: sinceOf('week', now) },
      now,
    );
    expect(queryOf(saved, later).since).toBe(sinceOf('week', later));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MarkIndex } from '../../../core/highlight/mark-index.ts';
import { readingOrder } from '../../../core/highlight/mark-list.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import { spansOverlap } from '../../../core/model/span.ts';
import { annotation, annotations, span } from '../../support/arbitraries.ts';

const length = 6000;
type Step = { readonly put: Annotation } | { readonly delete: number };
const steps = fc.array(
  fc.oneof(
    annotation(length).map((put): Step => ({ put })),
    fc.nat(30).map((at): Step => ({ delete: at })),
  ),
  { maxLength: 60 },
);

/** The same steps on the index and on a plain map. */
function play(start: readonly Annotation[], todo: readonly Step[]) {
  const index = new MarkIndex(start);
  const plain = new Map(start.map((mark) => [mark.id, mark]));
  for (const step of todo) {
    if ('put' in step) {
      index.put(step.put);
      plain.set(step.put.id, step.put);
    } else {
      const id = [...plain.keys()][step.delete];
      if (id === undefined) continue;
      index.delete(id);
      plain.delete(id);
    }
  }
  return { index, plain: [...plain.values()].sort(readingOrder) };
}

describe('MarkIndex', () => {
  it('holds what a plain map holds, in reading order, whatever was done', () => {
    fc.assert(
      fc.property(annotations(length, 40), steps, (start, todo) => {
        const { index, plain } = play(start, todo);
        expect([...index.ordered()]).toEqual(plain);
        expect(index.size).toBe(plain.length);
        expect(index.tagCount).toBe(new Set(plain.flatMap(({ tags }) => tags)).size);
      }),
    );
  });

  it('finds by place what a scan of all marks finds', () => {
    fc.assert(
      fc.property(annotations(length, 60), steps, span(length), (start, todo, window) => {
        const { index, plain } = play(start, todo);
        expect(index.at(window.start)).toEqual(
          plain.filter((mark) => mark.span.start <= window.start && window.start < mark.span.end),
        );
        expect(index.overlapping(window)).toEqual(
          plain.filter((mark) => spansOverlap(mark.span, window)),
        );
      }),
    );
  });

  it('moves a mark that is put again with another span', () => {
    fc.assert(
      fc.property(annotation(length), span(length), (mark, next) => {
        const index = new MarkIndex([mark]);
        index.put({ ...mark, span: next });
        expect(index.size).toBe(1);
        expect(index.at(next.start).map(({ id }) => id)).toEqual([mark.id]);
        if (!spansOverlap(mark.span, next)) expect(index.at(mark.span.start)).toEqual([]);
      }),
    );
  });

  it('does not change a list that it gave out', () => {
    const [first, second] = fc.sample(annotation(length), 2);
    if (first === undefined || second === undefined) throw new Error('no sample');
    const index = new MarkIndex([first]);
    const before = index.ordered();
    index.put(second);
    expect([...before]).toEqual([first]);
  });
});

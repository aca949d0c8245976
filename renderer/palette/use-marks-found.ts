import { useEffect, useMemo, useRef, useState } from 'react';
import type { Found } from '../../core/contract.ts';
import type { MarkList } from '../../core/highlight/mark-list.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import { MarkMatcher } from '../../core/palette/mark-matches.ts';
import type { PaletteQuery } from '../../core/palette/palette-query.ts';
import { afterFrame } from '../state/after-frame.ts';
import { useActions } from '../state/context.ts';

export interface MarksFound {
  readonly words: string;
  readonly marks: readonly Annotation[];
  readonly count: number;
}
export interface FoundElsewhere {
  readonly words: string;
  readonly found: Found;
}

/** Work on marks in one frame, ms: a key must be answered in it too. */
const slice = 5;
const few = 8;
const many = 1000;
const manyElsewhere = 200;

/**
 * The marks with the words that are written: those of the open text, looked through in parts between frames, and the
 * first of the other texts, which main has. Both stay as they were until the next answer is there.
 */
export function useMarksFound({ only, words }: PaletteQuery, marks: MarkList) {
  const actions = useActions();
  const matcher = useRef<MarkMatcher>(null);
  matcher.current ??= new MarkMatcher();
  const [here, setHere] = useState<MarksFound | null>(null);
  const [elsewhere, setElsewhere] = useState<FoundElsewhere | null>(null);
  const asked = useRef(0);
  const alone = only === 'mark';
  const wanted = alone || (only === null && words !== '');

  useEffect(() => {
    const work = matcher.current?.prepare(marks);
    return work === undefined ? undefined : inSlices(work, () => undefined);
  }, [marks]);

  useEffect(() => {
    const work = matcher.current?.find(marks, words, alone ? many : few);
    if (!wanted || work === undefined) return undefined;
    return inSlices(work, (found) => setHere({ ...found, words }));
  }, [marks, words, alone, wanted]);

  useEffect(() => {
    asked.current += 1;
    const now = asked.current;
    if (!wanted || words === '') return;
    void actions.marksElsewhere(words, alone ? manyElsewhere : few).then((found) => {
      if (found !== null && now === asked.current) setElsewhere({ words, found });
    });
  }, [actions, words, alone, wanted]);

  return useMemo(
    () => ({ here: wanted ? here : null, elsewhere: wanted && words !== '' ? elsewhere : null }),
    [here, elsewhere, wanted, words],
  );
}

/** Runs at once for a slice, and the rest after frames. The answer ends it. */
function inSlices<R>(work: Generator<void, R>, done: (result: R) => void): () => void {
  let stop: (() => void) | null = null;
  const run = (): void => {
    stop = null;
    const until = performance.now() + slice;
    do {
      const step = work.next();
      if (step.done === true) {
        done(step.value);
        return;
      }
    } while (performance.now() < until);
    stop = afterFrame(run);
  };
  run();
  return () => stop?.();
}

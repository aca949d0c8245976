import { expect, it } from 'vitest';
import { describeSpan } from '../../../core/anchor/describe.ts';
import { addMark, respanMark, type Passage } from '../../../core/edit/marks.ts';
import { countingStamp, mark, open, sampleDocument, value, withFolder } from './workshop.ts';

const stamp = countingStamp();

it('a mark takes another passage in one edit, which stays, is taken back, and comes again', () =>
  withFolder(async (folder) => {
    const library = await open(folder, { stamp });
    const { id } = value(await library.add(sampleDocument('Ants'))).entry;
    const { text } = value(await library.content(id));
    const passage = (start: number, end: number): Passage => {
      const span = { start, end };
      return { span, selector: describeSpan(text, [], span) };
    };
    const made = mark(id, text, 0, 4, stamp, { note: 'kept' });
    value(await library.apply(addMark(made, stamp)));
    const quick = text.indexOf('quick');
    const next = passage(quick, text.indexOf('fox', quick) + 3);
    const marks = async () => value(await library.annotations(id));

    const history = value(await library.apply(respanMark(made, next, stamp)));
    expect(history.undo).toBe('mark.respan');
    expect(await marks()).toMatchObject([{ ...next, id: made.id, note: 'kept' }]);
    value(await library.undo());
    expect(await marks()).toEqual([made]);
    value(await library.redo());
    await library.close();

    const again = await open(folder);
    expect(value(await again.annotations(id))).toMatchObject([{ ...next, note: 'kept' }]);
    value(await again.undo());
    expect(value(await again.annotations(id))).toEqual([made]);

    // Nothing that is no passage of the text.
    const family = text.indexOf('👩');
    const wrong = [
      passage(4, 4),
      passage(family, family + 3),
      { ...next, selector: made.selector },
      { ...next, span: made.span },
      { ...next, span: { start: quick, end: text.length + 9 } },
    ];
    for (const each of wrong) {
      const result = await again.apply(respanMark(made, each, stamp));
      expect(result.ok ? 'ok' : result.error.code).toBe('conflict');
    }
    expect(value(await again.annotations(id))).toEqual([made]);
    await again.close();
  }));

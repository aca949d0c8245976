import { useEffect, useRef, type KeyboardEvent } from 'react';
import { splitMessages as messages } from '../../../core/messages/en/codebook.ts';
import type { Tag } from '../../../core/model/tag.ts';
import { useActions, useApp } from '../../state/context.ts';
import { passageAt } from '../../state/found-passages.ts';
import type { Split, Verdict } from '../../state/sheet.ts';
import { Button } from '../../ui/button.tsx';
import { Swatch } from '../../ui/chip.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { PassageText } from '../passages/passage-text.tsx';
import './split.css';

/** The review that splits a tag in two, while it lies over the page. */
export function SplitSheet() {
  const open = useApp(({ sheet }) => sheet?.kind === 'split');
  const split = useApp((state) => state.split);
  const tag = useApp(({ tags }) => (split === null ? undefined : tags.get(split.tag)));
  return open && split !== null && tag !== undefined ? <Review split={split} tag={tag} /> : null;
}

const verdicts = ['first', 'second', 'both', 'neither'] as const satisfies readonly Verdict[];

/** Passage by passage: a key says which of the two tags it has. Nothing is changed before all of it is applied. */
function Review({ split, tag }: { split: Split; tag: Tag }) {
  const actions = useActions();
  const found = useApp(({ passages }) => passages);
  const { at, second, sorted } = split;
  const all = found?.marks ?? 0;
  const row = found === null ? undefined : passageAt(found, at);
  const passage = row?.kind === 'mark' ? row : null;
  const verdict = passage === null ? undefined : sorted.get(passage.mark.id);
  const done = found !== null && at >= all;
  const box = useRef<HTMLDivElement>(null);
  const { showPassage } = actions;
  const version = found?.version;
  useEffect(() => void showPassage(at), [showPassage, at, version]);
  // The focus stays with the review while buttons come and go.
  useEffect(() => box.current?.focus({ preventScroll: true }), [done]);

  const names: Record<Verdict, string> = {
    first: tag.name,
    second: second.name,
    both: messages.both,
    neither: messages.neither,
  };
  const sort = (wanted: Verdict): void => {
    if (passage === null) return;
    actions.sortPassage(passage.mark.id, wanted);
    actions.announce(
      at + 1 >= all
        ? messages.done
        : `${messages.saidSorted(names[wanted])}. ${messages.place(at + 2, all)}`,
    );
  };
  const back = (): void => {
    if (at > 0) actions.lookAtPassage(at - 1);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const wanted = verdicts[Number(event.key) - 1];
    if (wanted !== undefined) sort(wanted);
    else if (event.key === 'Backspace' || event.key === 'ArrowLeft') back();
    else if (event.key === 'ArrowRight' && at < all) actions.lookAtPassage(at + 1);
    else return;
    event.preventDefault();
  };

  return (
    <Sheet
      label={messages.title(tag.name)}
      title={
        <>
          <span dir="auto">{messages.title(tag.name)}</span>
          <span className="sheet-fact">{!done && all > 0 && messages.place(at + 1, all)}</span>
        </>
      }
      closeLabel={messages.close}
      testId="split"
      onClose={actions.closeSheet}
    >
      <div
        ref={box}
        className="split"
        role="group"
        aria-label={messages.list}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        <progress className="split-progress" aria-label={messages.list} max={all} value={at} />
        <div className="split-passage" aria-live="polite">
          {found === null && <Empty>{messages.loading}</Empty>}
          {found !== null && all === 0 && <Empty>{messages.empty}</Empty>}
          {done && all > 0 && (
            <Empty title={messages.done}>{messages.sorted(sorted.size, all)}</Empty>
          )}
          {passage !== null && <PassageText passage={passage} />}
          {passage !== null && passage.mark.note.trim() !== '' && (
            <p className="passage-note" dir="auto">
              {passage.mark.note}
            </p>
          )}
        </div>
        <div className="split-verdicts">
          {verdicts.map((each, index) => (
            <Button
              key={each}
              disabled={passage === null}
              aria-pressed={verdict === each}
              className="split-verdict"
              onClick={() => sort(each)}
            >
              <Kbd>{String(index + 1)}</Kbd>
              {each === 'first' && <Swatch colour={tag.colour} />}
              {each === 'second' && <Swatch colour={second.colour} />}
              <span dir="auto">{names[each]}</span>
            </Button>
          ))}
        </div>
        <div className="split-foot">
          <p>{messages.sorted(sorted.size, all)}</p>
          <Button disabled={at === 0} onClick={back}>
            {messages.back} <Kbd>⌫</Kbd>
          </Button>
          <Button onClick={actions.giveUpSplit}>{messages.giveUp}</Button>
          <Button
            look="accent"
            disabled={sorted.size === 0}
            onClick={() => void actions.applySplit()}
          >
            {messages.apply}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

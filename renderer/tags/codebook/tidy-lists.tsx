import { useMemo, type KeyboardEvent, type ReactNode } from 'react';
import { nearDuplicates, type NearDuplicate } from '../../../core/codebook/near-duplicates.ts';
import { unusedTags } from '../../../core/codebook/unused-tags.ts';
import { tidyMessages as messages } from '../../../core/messages/en/codebook.ts';
import type { Tag } from '../../../core/model/tag.ts';
import { useActions, useApp } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { Swatch } from '../../ui/chip.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { RovingList, type RovingProps } from '../../ui/roving-list.tsx';
import { tagRows } from '../tag-tree.ts';

/** Tags that no passage has: one key deletes, one keeps. */
export function UnusedTags() {
  const actions = useActions();
  const tags = useApp((state) => state.tags);
  const counts = useApp((state) => state.counts);
  const { kept, keep } = useKept();
  const unused = useMemo(() => {
    const all = tagRows(tags).map(({ tag }) => tag);
    const borne = Object.fromEntries(all.map(({ id }) => [id, counts?.ofTag(id) ?? 0]));
    return unusedTags(all, borne).filter(({ id }) => !kept.has(id));
  }, [tags, counts, kept]);

  const onItemKey = (event: KeyboardEvent, tag: Tag): void => {
    if (event.key === 'Delete') void actions.removeTag(tag);
    else if (event.key === 'k') keep(tag.id, tag.name);
    else return;
    event.preventDefault();
  };
  if (unused.length === 0) return <Empty>{messages.noneUnused}</Empty>;
  return (
    <>
      <RovingList
        label={messages.unusedList}
        className="codebook-tree"
        items={unused}
        keyOf={({ id }) => id}
        itemSize={30}
        onItemKey={onItemKey}
        onCurrent={(index) => actions.openCodebook(unused[index]?.id ?? null)}
        render={(tag, _, roving) => (
          <TidyRow key={tag.id} label={tag.name} roving={roving}>
            <Swatch colour={tag.colour} />
            <span className="tree-name" dir="auto">
              {tag.name}
            </span>
            <Button look="quiet" tabIndex={-1} onClick={() => keep(tag.id, tag.name)}>
              {messages.keep}
            </Button>
            <Button look="quiet" tabIndex={-1} onClick={() => void actions.removeTag(tag)}>
              {messages.remove}
            </Button>
          </TidyRow>
        )}
      />
      <Hints
        keys={[
          ['Del', messages.remove],
          ['K', messages.keep],
        ]}
      />
    </>
  );
}

/** Pairs that may be one tag: a key merges one way or the other, one keeps both. */
export function AlikeTags() {
  const actions = useActions();
  const tags = useApp((state) => state.tags);
  const { kept, keep } = useKept();
  const pairs = useMemo(
    () =>
      nearDuplicates(tagRows(tags).map(({ tag }) => tag)).filter((pair) => !kept.has(keyOf(pair))),
    [tags, kept],
  );
  const onItemKey = (event: KeyboardEvent, pair: NearDuplicate): void => {
    const { a, b } = pair;
    if (event.key === '1') void actions.mergeTags(b, a);
    else if (event.key === '2') void actions.mergeTags(a, b);
    else if (event.key === 'k') keep(keyOf(pair), `${a.name}, ${b.name}`);
    else return;
    event.preventDefault();
  };
  if (pairs.length === 0) return <Empty>{messages.noneAlike}</Empty>;
  return (
    <>
      <RovingList
        label={messages.alikeList}
        className="codebook-tree"
        items={pairs}
        keyOf={keyOf}
        itemSize={48}
        onItemKey={onItemKey}
        onCurrent={(index) => actions.openCodebook(pairs[index]?.a.id ?? null)}
        render={(pair, _, roving) => {
          const { a, b, reason } = pair;
          const words = messages.reasons[reason];
          return (
            <TidyRow
              key={keyOf(pair)}
              label={messages.pair(a.name, b.name, words)}
              roving={roving}
              tall
            >
              <span className="tree-name" dir="auto">
                <span className="tidy-pair">
                  <Swatch colour={a.colour} /> {a.name} <Swatch colour={b.colour} /> {b.name}
                </span>
                <span className="tidy-reason">{words}</span>
              </span>
              <Button
                look="quiet"
                tabIndex={-1}
                onClick={() => keep(keyOf(pair), `${a.name}, ${b.name}`)}
              >
                {messages.keep}
              </Button>
            </TidyRow>
          );
        }}
      />
      <Hints
        keys={[
          ['1', messages.mergeFirst],
          ['2', messages.mergeSecond],
          ['K', messages.keep],
        ]}
      />
    </>
  );
}

interface TidyRowProps {
  readonly label: string;
  readonly roving: RovingProps;
  readonly tall?: boolean;
  readonly children: ReactNode;
}

function TidyRow({ label, roving, tall = false, children }: TidyRowProps) {
  return (
    <div role="listitem">
      <div
        role="group"
        aria-label={label}
        className="tree-row"
        data-testid="tidy-row"
        data-tall={tall}
        {...roving}
      >
        {children}
      </div>
    </div>
  );
}

function Hints({ keys }: { keys: readonly (readonly [string, string])[] }) {
  return (
    <p className="codebook-keys">
      {keys.map(([key, does]) => (
        <span key={key}>
          <Kbd>{key}</Kbd> {does}
        </span>
      ))}
    </p>
  );
}

/** What the reader wants to keep although it looks as if it could go. */
function useKept() {
  const actions = useActions();
  const list = useApp(({ settings }) => settings.keptTags);
  return {
    kept: useMemo(() => new Set(list), [list]),
    keep: (key: string, name: string): void => {
      void actions.changeSettings({ keptTags: [...list, key] });
      actions.announce(messages.kept(name));
    },
  };
}

function keyOf({ a, b }: NearDuplicate): string {
  return [a.id, b.id].sort().join(' ');
}

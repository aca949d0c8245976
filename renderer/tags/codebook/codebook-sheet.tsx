import { useState } from 'react';
import { Plus } from 'lucide-react';
import { codebookMessages as messages, tidyMessages } from '../../../core/messages/en/codebook.ts';
import type { Tag } from '../../../core/model/tag.ts';
import { useActions, useApp } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import type { Box } from '../../ui/place-near.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { CodebookMore } from './codebook-more.tsx';
import { CodebookMenu } from './codebook-menu.tsx';
import { CodebookTree } from './codebook-tree.tsx';
import { useTagWork } from './codebook-work.ts';
import { SplitName } from './split-name.tsx';
import { AlikeTags, UnusedTags } from './tidy-lists.tsx';
import { TagDetails } from './tag-details.tsx';
import { TagPicker } from '../tag-picker.tsx';
import './codebook.css';

/** The codebook, while it lies over the page. */
export function CodebookSheet() {
  const open = useApp(({ sheet }) => sheet?.kind === 'codebook');
  return open ? <Codebook /> : null;
}

const views = ['all', 'unused', 'alike'] as const;

const hints = [
  ['Alt ↑ ↓ ← →', messages.keys.move],
  ['F2', messages.keys.rename],
  ['M', messages.keys.merge],
  ['S', messages.keys.split],
  ['Enter', messages.keys.passages],
] as const;

function Codebook() {
  const actions = useActions();
  const tags = useApp((state) => state.tags);
  const chosen = useApp(({ sheet }) => (sheet?.kind === 'codebook' ? sheet.tag : null));
  const tag = chosen === null ? undefined : tags.get(chosen);
  const [view, setView] = useState<(typeof views)[number]>('all');
  const [letters, setLetters] = useState('');
  const [menu, setMenu] = useState<{ readonly tag: Tag; readonly at: Box } | null>(null);
  const work = useTagWork();
  const { asking } = work;

  return (
    <Sheet
      label={messages.title}
      title={
        <>
          <span>{messages.title}</span>
          <span className="sheet-fact">{messages.tags(tags.size)}</span>
        </>
      }
      closeLabel={messages.close}
      testId="codebook"
      onClose={actions.closeSheet}
      tools={
        <>
          <Segments
            label={tidyMessages.shown}
            options={views}
            names={tidyMessages.views}
            value={view}
            onChoose={setView}
          />
          <input
            type="search"
            className="sheet-find"
            aria-label={messages.find}
            placeholder={messages.find}
            maxLength={120}
            value={letters}
            onChange={(event) => setLetters(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && letters !== '') {
                event.preventDefault();
                setLetters('');
              } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
                event.preventDefault();
                document.querySelector<HTMLElement>('.codebook-tree [tabindex="0"]')?.focus();
              }
            }}
          />
          <Button
            onClick={() => {
              setView('all');
              work.write({ kind: 'new', parent: null });
            }}
          >
            <Icon of={Plus} />
            {messages.newTag}
          </Button>
          <CodebookMore />
        </>
      }
    >
      <div className="codebook">
        <div className="codebook-side">
          {view === 'unused' && <UnusedTags />}
          {view === 'alike' && <AlikeTags />}
          {view !== 'all' ? null : tags.size === 0 && work.writing === null ? (
            <Empty title={messages.emptyTitle}>
              {messages.emptyHint} <Kbd>T</Kbd>
            </Empty>
          ) : (
            <CodebookTree
              chosen={tag?.id ?? null}
              letters={letters}
              work={work}
              onMenu={(of, at) => setMenu({ tag: of, at })}
            />
          )}
          {view === 'all' && (
            <p className="codebook-keys">
              {hints.map(([key, does]) => (
                <span key={key}>
                  <Kbd>{key}</Kbd> {does}
                </span>
              ))}
            </p>
          )}
        </div>
        <div className="codebook-about">
          {tag === undefined ? (
            <Empty>{tags.size > 0 && messages.chooseOne}</Empty>
          ) : (
            <TagDetails key={tag.id} tag={tag} work={work} />
          )}
        </div>
      </div>
      {menu !== null && <CodebookMenu {...menu} work={work} onClose={() => setMenu(null)} />}
      {asking?.kind === 'merge' && (
        <TagPicker
          label={messages.mergeInto(asking.tag.name)}
          anchor={asking.at}
          except={[asking.tag.id]}
          onPick={(into) => {
            void actions.mergeTags(asking.tag, into).then((merged) => {
              if (merged) actions.openCodebook(into.id);
            });
          }}
          onClose={work.endAsking}
        />
      )}
      {asking?.kind === 'split' && <SplitName asking={asking} onClose={work.endAsking} />}
    </Sheet>
  );
}

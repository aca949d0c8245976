import { useState } from 'react';
import { passageMessages as messages } from '../../../core/messages/en/passages.ts';
import { colourNames } from '../../../core/messages/en/tags.ts';
import { markColours } from '../../../core/model/colours.ts';
import { dateSpans, sinceOf, spanOf } from '../../../core/search/date-spans.ts';
import { useActions, useApp } from '../../state/context.ts';
import { FilterChip } from '../../ui/chip.tsx';
import type { Box } from '../../ui/place-near.ts';
import { Select } from '../../ui/select.tsx';
import { TagPicker } from '../tag-picker.tsx';

const orders = ['reading', 'newest', 'oldest', 'colour'] as const;

/** Which passages are shown, and how they follow each other. */
export function PassageFilters() {
  const { setPassages } = useActions();
  const query = useApp((state) => state.passageQuery);
  const tags = useApp((state) => state.tags);
  const documents = useApp((state) => state.documents);
  const [picking, setPicking] = useState<{ at: Box; kind: 'tag' | 'together' } | null>(null);
  const tag = query.tag === null ? undefined : tags.get(query.tag);
  const pick = (kind: 'tag' | 'together') => (event: { currentTarget: Element }) =>
    setPicking({ kind, at: event.currentTarget.getBoundingClientRect() });

  return (
    <div className="passage-filters" role="group" aria-label={messages.filters}>
      <FilterChip
        pressed={tag !== undefined}
        aria-haspopup="dialog"
        {...(tag === undefined ? {} : { colour: tag.colour })}
        onClick={pick('tag')}
      >
        {tag?.name ?? messages.chooseTag}
      </FilterChip>
      {tag !== undefined && (
        <FilterChip pressed={query.inside} onClick={() => setPassages({ inside: !query.inside })}>
          {messages.inside}
        </FilterChip>
      )}
      {query.together.map((id) => {
        const other = tags.get(id);
        return other === undefined ? null : (
          <FilterChip
            key={id}
            pressed
            removable
            colour={other.colour}
            title={messages.togetherOff(other.name)}
            onClick={() => setPassages({ together: query.together.filter((each) => each !== id) })}
          >
            {messages.together(other.name)}
          </FilterChip>
        );
      })}
      <FilterChip pressed={false} aria-haspopup="dialog" onClick={pick('together')}>
        {messages.alsoTagged}
      </FilterChip>
      <FilterChip pressed={query.hasNote} onClick={() => setPassages({ hasNote: !query.hasNote })}>
        {messages.hasNote}
      </FilterChip>
      <Select
        label={messages.colour}
        value={query.colour ?? ''}
        options={[
          ['', messages.anyColour],
          ...markColours.map((colour) => [colour, colourNames[colour]] as const),
        ]}
        onChoose={(value) =>
          setPassages({ colour: markColours.find((colour) => colour === value) ?? null })
        }
      />
      <Select
        label={messages.document}
        value={query.document ?? ''}
        options={[
          ['', messages.anyDocument],
          ...documents
            .filter(({ removed }) => removed === null)
            .map(({ id, title }) => [id, title] as const),
        ]}
        onChoose={(value) => setPassages({ document: value === '' ? null : value })}
      />
      <Select
        label={messages.date}
        value={spanOf(query.since, new Date())}
        options={dateSpans.map((span) => [span, messages.dates[span]] as const)}
        onChoose={(value) => {
          const span = dateSpans.find((each) => each === value) ?? 'any';
          setPassages({ since: sinceOf(span, new Date()) });
        }}
      />
      <Select
        label={messages.order}
        value={query.order}
        options={orders.map((order) => [order, messages.orders[order]] as const)}
        onChoose={(value) =>
          setPassages({ order: orders.find((order) => order === value) ?? 'reading' })
        }
      />
      {picking !== null && (
        <TagPicker
          label={picking.kind === 'tag' ? messages.chooseTag : messages.alsoTagged}
          anchor={picking.at}
          except={[...query.together, ...(query.tag === null ? [] : [query.tag])]}
          onPick={({ id }) =>
            setPassages(
              picking.kind === 'tag' ? { tag: id } : { together: [...query.together, id] },
            )
          }
          onClose={() => setPicking(null)}
        />
      )}
    </div>
  );
}

import { tagMessages } from '../../core/messages/en/tags.ts';
import { Swatch } from '../ui/chip.tsx';
import { Letters } from '../ui/letters.tsx';
import type { Suggestion } from './tag-choices.ts';

interface SuggestionRowProps {
  readonly id: string;
  /** Its place among all rows, from 1: not all of them are drawn. */
  readonly place: number;
  readonly of: number;
  readonly row: Suggestion;
  readonly chosen: boolean;
  readonly onPoint: () => void;
  /** `more`: the box stays open for another tag. */
  readonly onChoose: (more: boolean) => void;
}

/** A tag that the letters may mean, with those letters set off, or the offer to make one. */
export function SuggestionRow(props: SuggestionRowProps) {
  const { id, place, of, row, chosen, onPoint, onChoose } = props;
  return (
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      aria-posinset={place}
      aria-setsize={of}
      className="tag-option"
      // The field keeps the focus.
      onPointerDown={(event) => event.preventDefault()}
      onPointerMove={chosen ? undefined : onPoint}
      onClick={(event) => onChoose(event.shiftKey || event.ctrlKey || event.metaKey)}
    >
      {row.kind === 'tag' ? <TagPath row={row} /> : <span>{tagMessages.create(row.name)}</span>}
    </div>
  );
}

/** A line of it is shown. */
const longestAbout = 160;

function TagPath({ row }: { row: Extract<Suggestion, { kind: 'tag' }> }) {
  const own = row.path.length - row.tag.name.length;
  const about = row.tag.description.slice(0, longestAbout);
  return (
    <>
      <Swatch colour={row.tag.colour} />
      <span className="tag-option-path" dir="auto">
        {own > 0 && (
          <span className="tag-option-above">
            <Letters text={row.path.slice(0, own)} from={0} indexes={row.indexes} />
          </span>
        )}
        <Letters text={row.path.slice(own)} from={own} indexes={row.indexes} />
        {row.alias !== null && (
          <span className="tag-option-alias"> {tagMessages.otherName(row.alias)}</span>
        )}
        {about !== '' && <span className="tag-option-about">{about}</span>}
      </span>
    </>
  );
}

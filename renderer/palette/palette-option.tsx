import { paletteMessages as messages } from '../../core/messages/en/palette.ts';
import type { PaletteMatch } from '../../core/palette/palette.ts';
import { KeyHint } from '../commands/key-hint.tsx';
import { useApp } from '../state/context.ts';
import { Swatch } from '../ui/chip.tsx';
import { Letters } from '../ui/letters.tsx';
import type { PaletteChoice } from './palette-rows.ts';

interface PaletteOptionProps {
  readonly id: string;
  readonly row: PaletteChoice;
  readonly chosen: boolean;
  /** Its place among all that can be chosen, from 1: not all of them are drawn. */
  readonly place: number;
  readonly of: number;
  readonly onPoint: () => void;
  readonly onChoose: (row: PaletteChoice) => void;
}

/** What can be chosen: its name with the letters that were meant, and what it is. */
export function PaletteOption(props: PaletteOptionProps) {
  const { id, row, chosen, place, of, onPoint, onChoose } = props;
  const dim = row.kind === 'named' && lackOf(row.match) !== null;
  return (
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      aria-disabled={dim}
      aria-posinset={place}
      aria-setsize={of}
      className="palette-option"
      data-kind={row.kind === 'mark' ? 'mark' : row.match.entry.kind}
      // The field keeps the focus.
      onPointerDown={(event) => event.preventDefault()}
      onPointerMove={chosen ? undefined : onPoint}
      onClick={() => onChoose(row)}
    >
      {row.kind === 'mark' ? (
        <>
          <Swatch colour={row.mark.colour} />
          <span className="palette-name palette-quote" dir="auto">
            <Letters text={row.excerpt.text} indexes={row.excerpt.indexes} />
          </span>
          <span className="sr-only">, {messages.kind.mark}</span>
          {row.title !== null && (
            <span className="palette-side" dir="auto">
              {row.title}
            </span>
          )}
        </>
      ) : (
        <NamedParts match={row.match} />
      )}
    </div>
  );
}

function NamedParts({ match }: { match: PaletteMatch }) {
  const { entry, indexes, alias } = match;
  return (
    <>
      {entry.kind === 'tag' && <Swatch colour={entry.tag.colour} />}
      <span className="palette-name" dir="auto">
        <Letters text={entry.name.text} indexes={alias === null ? indexes : []} />
        {alias !== null && (
          <>
            {' ('}
            <Letters text={alias} indexes={indexes} />)
          </>
        )}
      </span>
      <span className="sr-only">, {messages.kind[entry.kind]}</span>
      <Side match={match} />
    </>
  );
}

function Side({ match: { entry } }: { match: PaletteMatch }) {
  const open = useApp(({ document }) => document?.entry.id ?? null);
  const marks = useApp(({ counts }) =>
    entry.kind === 'tag' ? (counts?.ofTag(entry.tag.id) ?? 0) : 0,
  );
  switch (entry.kind) {
    case 'command': {
      if (entry.lacks !== null) {
        return <span className="palette-side">{messages.lacking[entry.lacks]}</span>;
      }
      return <KeyHint command={entry.id} />;
    }
    case 'document':
      return entry.id === open ? <span className="palette-side">{messages.open}</span> : null;
    case 'tag':
      return <span className="palette-side">{messages.marksOf(marks)}</span>;
    case 'heading':
      return null;
  }
}

function lackOf({ entry }: PaletteMatch) {
  return entry.kind === 'command' ? entry.lacks : null;
}

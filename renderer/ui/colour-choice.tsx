import { ToggleGroup } from 'radix-ui';
import './colour-choice.css';

interface ColourChoiceProps<C extends string> {
  readonly label: string;
  readonly colours: readonly C[];
  readonly names: Readonly<Record<C, string>>;
  readonly value: C;
  readonly onChoose: (colour: C) => void;
}

/** The hues side by side, one of them chosen; arrow keys go through them. */
export function ColourChoice<C extends string>(props: ColourChoiceProps<C>) {
  return (
    <ToggleGroup.Root
      type="single"
      className="colour-choice"
      aria-label={props.label}
      value={props.value}
      onValueChange={(value) => {
        const chosen = props.colours.find((colour) => colour === value);
        if (chosen !== undefined) props.onChoose(chosen);
      }}
    >
      {props.colours.map((colour) => (
        <ToggleGroup.Item
          key={colour}
          value={colour}
          className="colour-choice-item"
          data-colour={colour}
          aria-label={props.names[colour]}
          title={props.names[colour]}
        />
      ))}
    </ToggleGroup.Root>
  );
}

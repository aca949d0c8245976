import { ToggleGroup } from 'radix-ui';
import './segments.css';

interface SegmentsProps<V extends string> {
  readonly label: string;
  readonly options: readonly V[];
  readonly names: Readonly<Record<V, string>>;
  readonly value: V;
  readonly onChoose: (value: V) => void;
}

/** One of a few, side by side; arrow keys go through them. */
export function Segments<V extends string>(props: SegmentsProps<V>) {
  return (
    <ToggleGroup.Root
      type="single"
      className="segments"
      aria-label={props.label}
      value={props.value}
      onValueChange={(value) => {
        const chosen = props.options.find((option) => option === value);
        if (chosen !== undefined) props.onChoose(chosen);
      }}
    >
      {props.options.map((option) => (
        <ToggleGroup.Item key={option} value={option} className="segment" data-option={option}>
          {props.names[option]}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}

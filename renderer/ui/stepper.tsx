import { Minus, Plus } from 'lucide-react';
import { Icon } from './icon.tsx';
import './stepper.css';

interface StepperProps {
  readonly name: string;
  readonly less: string;
  readonly more: string;
  readonly value: number;
  /** The value in words. */
  readonly text: string;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
}

/** A number with a button on each side; arrow keys on the number work too. */
export function Stepper(props: StepperProps) {
  const { name, less, more, value, text, least, most, step, onChange } = props;
  const to = (next: number): void => onChange(Math.max(least, Math.min(most, next)));
  return (
    <div className="stepper">
      <span>{name}</span>
      <div className="stepper-parts">
        <button
          type="button"
          aria-label={less}
          disabled={value <= least}
          onClick={() => to(value - step)}
        >
          <Icon of={Minus} />
        </button>
        <span
          role="spinbutton"
          tabIndex={0}
          aria-label={name}
          aria-valuenow={value}
          aria-valuetext={text}
          aria-valuemin={least}
          aria-valuemax={most}
          onKeyDown={(event) => {
            const by = { ArrowUp: step, ArrowRight: step, ArrowDown: -step, ArrowLeft: -step };
            const change = Object.entries(by).find(([key]) => key === event.key)?.[1];
            if (change === undefined) return;
            event.preventDefault();
            to(value + change);
          }}
        >
          {text}
        </span>
        <button
          type="button"
          aria-label={more}
          disabled={value >= most}
          onClick={() => to(value + step)}
        >
          <Icon of={Plus} />
        </button>
      </div>
    </div>
  );
}

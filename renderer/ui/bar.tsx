import { Swatch } from './chip.tsx';
import { Kbd } from './kbd.tsx';
import './bar.css';

interface BarProps {
  readonly testId: string;
  readonly colour: string;
  /** What Escape does here. */
  readonly stops: string;
  readonly onStop: () => void;
  readonly children: string;
}

/** Says below the text, which does not move for it, that presses mean something else until Escape. */
export function Bar({ testId, colour, stops, onStop, children }: BarProps) {
  return (
    <section className="bar" aria-label={children} data-testid={testId} data-colour={colour}>
      <Swatch colour={colour} />
      <span className="bar-what" dir="auto">
        {children}
      </span>
      <button
        type="button"
        className="bar-stop"
        onMouseDown={(event) => event.preventDefault()}
        onClick={onStop}
      >
        <Kbd>Esc</Kbd> {stops}
      </button>
    </section>
  );
}

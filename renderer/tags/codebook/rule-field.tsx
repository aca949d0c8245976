import { useEffect, useId, useRef, useState } from 'react';

interface RuleFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly rows: number;
  readonly onSave: (text: string) => void;
}

/** A text about a tag. Leaving it keeps what was written, as one step of undo; Escape goes back to the tree. */
export function RuleField({ label, hint, value, rows, onSave }: RuleFieldProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [known, setKnown] = useState(value);
  const [text, setText] = useState(value);
  // An undo changed it.
  if (known !== value) {
    setKnown(value);
    setText(value);
  }
  const save = useRef((): void => undefined);
  useEffect(() => {
    save.current = () => {
      if (text.trim() !== value) onSave(text.trim());
    };
  });
  useEffect(() => () => save.current(), []);
  return (
    <div className="rule">
      <label htmlFor={id}>{label}</label>
      <textarea
        ref={field}
        id={id}
        rows={rows}
        maxLength={20_000}
        dir="auto"
        placeholder={hint}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => save.current()}
        onKeyDown={(event) => {
          const done = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
          if (event.nativeEvent.isComposing || (!done && event.key !== 'Escape')) return;
          event.preventDefault();
          event.stopPropagation();
          const tree = document.querySelector<HTMLElement>('.codebook-tree [tabindex="0"]');
          (tree ?? event.currentTarget.closest<HTMLElement>('.sheet'))?.focus();
        }}
      />
    </div>
  );
}

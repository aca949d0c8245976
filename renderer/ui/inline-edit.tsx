import { useEffect, useRef } from 'react';
import './inline-edit.css';

interface InlineEditProps {
  readonly label: string;
  readonly value: string;
  readonly longest: number;
  /** False keeps the field open, with its text. */
  readonly onSave: (text: string) => boolean;
  /** Nothing to edit any more; `byKey` says that the focus should go on from here. */
  readonly onEnd: (byKey: boolean) => void;
}

/** A name that is edited where it stands: Enter or leaving it saves, Escape does not. */
export function InlineEdit({ label, value, longest, onSave, onEnd }: InlineEditProps) {
  const field = useRef<HTMLInputElement>(null);
  const ended = useRef(false);
  useEffect(() => {
    let frame = 0;
    // A row of a long list is hidden until it is measured, and takes the focus only then.
    const take = (tries: number): void => {
      field.current?.focus();
      field.current?.select();
      if (document.activeElement === field.current || tries === 0) return;
      frame = requestAnimationFrame(() => take(tries - 1));
    };
    take(12);
    return () => cancelAnimationFrame(frame);
  }, []);
  const end = (save: boolean, byKey: boolean): void => {
    if (ended.current) return;
    const text = field.current?.value.trim() ?? '';
    if (save && text !== '' && text !== value && !onSave(text) && byKey) return;
    ended.current = true;
    onEnd(byKey);
  };
  return (
    <input
      ref={field}
      className="inline-edit"
      aria-label={label}
      defaultValue={value}
      maxLength={longest}
      dir="auto"
      spellCheck={false}
      onBlur={() => end(true, false)}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') end(true, true);
        else if (event.key === 'Escape') end(false, true);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}

import { useId, useRef } from 'react';
import { codebookMessages as messages } from '../../../core/messages/en/codebook.ts';
import { RemovableChip } from '../../ui/chip.tsx';

interface AliasesFieldProps {
  readonly aliases: readonly string[];
  readonly colour: string;
  readonly onChange: (aliases: readonly string[]) => void;
}

/** Other names that find the tag: Enter adds one. */
export function AliasesField({ aliases, colour, onChange }: AliasesFieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  return (
    <div className="rule">
      <label htmlFor={id}>{messages.aliases}</label>
      <div className="aliases">
        {aliases.map((name) => (
          <RemovableChip
            key={name}
            name={name}
            colour={colour}
            label={messages.removeAlias(name)}
            onRemove={() => {
              onChange(aliases.filter((other) => other !== name));
              field.current?.focus();
            }}
          />
        ))}
        <input
          ref={field}
          id={id}
          aria-label={messages.addAlias}
          placeholder={messages.aliasHint}
          maxLength={120}
          dir="auto"
          spellCheck={false}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            const name = event.currentTarget.value.trim();
            event.currentTarget.value = '';
            if (name !== '' && !aliases.includes(name)) onChange([...aliases, name]);
          }}
        />
      </div>
    </div>
  );
}

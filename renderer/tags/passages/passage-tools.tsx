import { useState } from 'react';
import { Download } from 'lucide-react';
import { passageMessages as messages } from '../../../core/messages/en/passages.ts';
import { useActions, useApp } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import type { Box } from '../../ui/place-near.ts';

const formats = ['markdown', 'csv'] as const;

/** Finds words in the list, and writes it to a file. */
export function PassageTools() {
  const actions = useActions();
  const text = useApp(({ passageQuery }) => passageQuery.text);
  const [menu, setMenu] = useState<Box | null>(null);
  return (
    <>
      <input
        type="search"
        className="sheet-find"
        aria-label={messages.find}
        placeholder={messages.find}
        maxLength={1000}
        dir="auto"
        value={text}
        onChange={(event) => actions.setPassages({ text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && text !== '') {
            event.preventDefault();
            actions.setPassages({ text: '' });
          } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault();
            document.querySelector<HTMLElement>('.passage-list [tabindex="0"]')?.focus();
          }
        }}
      />
      <Button
        aria-haspopup="menu"
        aria-expanded={menu !== null}
        onClick={(event) => setMenu(event.currentTarget.getBoundingClientRect())}
      >
        <Icon of={Download} />
        {messages.export}
      </Button>
      {menu !== null && (
        <Menu label={messages.export} at={menu} onClose={() => setMenu(null)}>
          {formats.map((format) => (
            <MenuItem key={format} onSelect={() => void actions.exportPassages(format)}>
              {messages.exportAs[format]}
            </MenuItem>
          ))}
        </Menu>
      )}
    </>
  );
}

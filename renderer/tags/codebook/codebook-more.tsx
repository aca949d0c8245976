import { useState } from 'react';
import { Check, Download, Ellipsis, Upload } from 'lucide-react';
import {
  codebookFileMessages as files,
  codebookMessages as messages,
} from '../../../core/messages/en/codebook.ts';
import { useActions, useApp } from '../../state/context.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import type { Box } from '../../ui/place-near.ts';

const formats = ['csv', 'qdc'] as const;

/** What is done with the codebook as a whole. */
export function CodebookMore() {
  const actions = useActions();
  const closed = useApp(({ settings }) => settings.closedCodebook);
  const [menu, setMenu] = useState<Box | null>(null);
  return (
    <>
      <IconButton
        label={messages.more}
        icon={Ellipsis}
        aria-haspopup="menu"
        aria-expanded={menu !== null}
        onClick={(event) => setMenu(event.currentTarget.getBoundingClientRect())}
      />
      {menu !== null && (
        <Menu label={messages.more} at={menu} onClose={() => setMenu(null)}>
          <MenuItem icon={Upload} onSelect={() => void actions.previewCodebook()}>
            {files.importIt}
          </MenuItem>
          {formats.map((format) => (
            <MenuItem
              key={format}
              icon={Download}
              onSelect={() => void actions.exportCodebook(format)}
            >
              {files.exportAs[format]}
            </MenuItem>
          ))}
          <MenuSeparator />
          <MenuItem {...(closed ? { icon: Check } : {})} onSelect={actions.toggleClosedCodebook}>
            {messages.closed}
          </MenuItem>
        </Menu>
      )}
    </>
  );
}

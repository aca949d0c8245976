import { BookOpen, Download, Pencil, Trash2 } from 'lucide-react';
import { exportFormats } from '../../core/exchange/export-formats.ts';
import type { DocumentEntry } from '../../core/model/document.ts';
import { libraryMessages } from '../../core/messages/en/library.ts';
import { useActions } from '../state/context.ts';
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '../ui/menu.tsx';
import type { Box } from '../ui/place-near.ts';

interface DocumentMenuProps {
  readonly entry: DocumentEntry;
  readonly at: Box;
  readonly onClose: () => void;
  readonly onRename: () => void;
}

export function DocumentMenu({ entry, at, onClose, onRename }: DocumentMenuProps) {
  const actions = useActions();
  return (
    <Menu label={libraryMessages.actions(entry.title)} at={at} onClose={onClose}>
      <MenuItem
        icon={BookOpen}
        shortcut="Enter"
        onSelect={() => void actions.openDocument(entry.id)}
      >
        {libraryMessages.open}
      </MenuItem>
      <MenuItem icon={Pencil} shortcut="F2" onSelect={onRename}>
        {libraryMessages.rename}
      </MenuItem>
      <MenuSeparator />
      <MenuLabel>{libraryMessages.exportMarks}</MenuLabel>
      {exportFormats.map((format) => (
        <MenuItem
          key={format}
          icon={Download}
          onSelect={() => void actions.exportMarks(format, entry.id)}
        >
          {libraryMessages.exportAs[format]}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem icon={Trash2} shortcut="Del" onSelect={() => void actions.removeDocument(entry)}>
        {libraryMessages.remove}
      </MenuItem>
    </Menu>
  );
}

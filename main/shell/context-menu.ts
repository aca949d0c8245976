import { Menu, type BrowserWindow, type MenuItemConstructorOptions as Item } from 'electron';

/** What a right click offers where the page has no menu of its own: editing in fields, copying of selected text. */
export function addContextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    const copy: Item = { role: 'copy', enabled: editFlags.canCopy };
    const items: Item[] = isEditable
      ? [
          { role: 'cut', enabled: editFlags.canCut },
          copy,
          { role: 'paste', enabled: editFlags.canPaste },
          { type: 'separator' },
          { role: 'selectAll' },
        ]
      : selectionText.trim() === ''
        ? []
        : [copy];
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window });
  });
}

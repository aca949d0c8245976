import { Menu, type MenuItemConstructorOptions as Item } from 'electron';
import { commands, type Command, type CommandId, type MenuName } from '../../core/commands.ts';
import { accelerator } from '../../core/keys/key-labels.ts';
import { shortcutOf } from '../../core/keys/shortcuts.ts';
import { isBare } from '../../core/keys/stroke.ts';
import type { KeyChoice } from '../../core/model/keymaps.ts';
import { shellMessages as messages } from '../../core/messages/en/shell.ts';

export interface MenuOptions {
  readonly mac: boolean;
  readonly devTools: boolean;
  readonly choose: (id: CommandId) => void;
  readonly keys: KeyChoice;
}

/** Sets the menu bar: our commands from their list, and what every program of the system has. */
export function setMenu(options: MenuOptions): void {
  const { mac, devTools } = options;
  const own = (name: MenuName) => commandItems(name, options);
  const line: Item = { type: 'separator' };
  const file: Item[] = [
    ...own('file'),
    ...(mac ? [line, recent] : []),
    line,
    mac ? { role: 'close' } : { role: 'quit', label: messages.quit },
  ];
  const [undo, redo, ...otherEdits] = own('edit');
  const edit: Item[] = [
    ...(undo === undefined ? [] : [undo]),
    ...(redo === undefined ? [] : [redo]),
    line,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll' },
    ...otherEdits,
  ];
  const view: Item[] = [
    ...own('view'),
    line,
    { role: 'togglefullscreen', label: messages.fullScreen },
    ...(devTools ? [{ role: 'toggleDevTools' } as const] : []),
  ];
  const menu = Menu.buildFromTemplate([
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    { label: messages.menus.file, submenu: file },
    { label: messages.menus.edit, submenu: edit },
    { label: messages.menus.view, submenu: view },
    { label: messages.menus.mark, submenu: own('mark') },
    mac ? { role: 'windowMenu' } : { label: messages.menuWindow, submenu: windowItems },
    { label: messages.menus.help, role: 'help', submenu: own('help') },
  ]);
  Menu.setApplicationMenu(menu);
}

const recentItems: Item[] = [{ role: 'clearRecentDocuments' }];
const recent: Item = { role: 'recentDocuments', submenu: recentItems };
const windowItems: Item[] = [{ role: 'minimize' }, { role: 'close' }];

function commandItems(name: MenuName, options: MenuOptions): Item[] {
  return commands
    .filter((command) => command.menu === name && command.keysOnly !== true)
    .flatMap((command) => [
      ...(command.separated === true ? [{ type: 'separator' } as const] : []),
      commandItem(command, options),
    ]);
}

/**
 * A single key belongs to the text: the menu shows it and does not catch it. On a Mac a menu that shows a key catches
 * it, so it shows none there.
 */
function commandItem({ id, title, scope }: Command, { mac, choose, keys }: MenuOptions): Item {
  const shortcut = shortcutOf(keys, id);
  const caught = scope === 'app' && shortcut !== null && !isBare(shortcut);
  const shown = shortcut === null || (mac && !caught) ? null : accelerator(shortcut);
  return {
    id,
    label: title,
    ...(shown === null ? {} : { accelerator: shown }),
    registerAccelerator: caught,
    click: () => {
      choose(id);
    },
  };
}

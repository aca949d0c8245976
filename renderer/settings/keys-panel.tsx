import { commands, type MenuName } from '../../core/commands.ts';
import { settingsMessages } from '../../core/messages/en/settings.ts';
import { shortcutLabel } from '../commands/keymap.ts';
import { useActions, useApp } from '../state/context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import './keys.css';

const groups: readonly MenuName[] = ['mark', 'file', 'edit', 'view', 'help'];

/** Every command that has a key, from the list that menu and keymap read too. */
export function KeysPanel() {
  const open = useApp(({ panel }) => panel === 'keys');
  const platform = useApp(({ about }) => about?.platform ?? 'linux');
  const actions = useActions();
  if (!open) return null;
  return (
    <Dialog
      title={settingsMessages.keysTitle}
      closeLabel={settingsMessages.close}
      onClose={() => actions.showPanel(null)}
    >
      <div className="keys">
        {groups.map((menu) => (
          <section key={menu}>
            <h3>{settingsMessages.menus[menu]}</h3>
            <dl>
              {commands
                .filter((command) => command.menu === menu && command.shortcut !== null)
                .map(({ id, title }) => (
                  <div key={id}>
                    <dt>{title.replace('…', '')}</dt>
                    <dd>
                      <Kbd>{shortcutLabel(id, platform) ?? ''}</Kbd>
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

import { commands, type KeyGroup } from '../../core/commands.ts';
import { settingsMessages } from '../../core/messages/en/settings.ts';
import { KeyHint } from '../commands/key-hint.tsx';
import { useKeyLabel } from '../commands/use-key-label.ts';
import { useActions, useApp } from '../state/context.ts';
import { Dialog } from '../ui/dialog.tsx';
import './keys.css';

const groups: readonly KeyGroup[] = ['mark', 'caret', 'file', 'edit', 'view', 'help'];

/** Every command that has a key, from the list that menu and keymap read too. */
export function KeysPanel() {
  const open = useApp(({ panel }) => panel === 'keys');
  const keyLabel = useKeyLabel();
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
                .filter((command) => command.menu === menu && keyLabel(command.id) !== null)
                .map(({ id, title }) => (
                  <div key={id}>
                    <dt>{title.replace('…', '')}</dt>
                    <dd>
                      <KeyHint command={id} />
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

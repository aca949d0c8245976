import type { ReactNode } from 'react';
import type { LucideIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { Icon } from './icon.tsx';
import { Kbd } from './kbd.tsx';
import type { Box } from './place-near.ts';
import './menu.css';

interface MenuProps {
  readonly label: string;
  /** The button or the point of the press. */
  readonly at: Box;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A menu at a place, for buttons and for the second mouse button alike. Mount it to open it. */
export function Menu({ label, at, onClose, children }: MenuProps) {
  // Read while the menu opens, so that the focus can go back there.
  const opener = document.activeElement;
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <DropdownMenu.Trigger asChild>
        <button
          type="button"
          tabIndex={-1}
          aria-hidden
          className="menu-point"
          style={{ left: at.x, top: at.y, width: at.width, height: at.height }}
        />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="menu"
          align="start"
          sideOffset={2}
          collisionPadding={8}
          aria-label={label}
          aria-labelledby={undefined}
          data-own-keys
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            // A field that the chosen item opened keeps the focus.
            if (document.activeElement instanceof HTMLInputElement) return;
            if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
          }}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

interface MenuItemProps {
  readonly icon?: LucideIcon;
  readonly shortcut?: string | null;
  readonly onSelect: () => void;
  readonly children: ReactNode;
}

export function MenuItem({ icon, shortcut = null, onSelect, children }: MenuItemProps) {
  return (
    <DropdownMenu.Item className="menu-item" onSelect={onSelect}>
      {icon === undefined ? <span className="menu-gap" /> : <Icon of={icon} />}
      <span className="menu-text">{children}</span>
      {shortcut !== null && <Kbd>{shortcut}</Kbd>}
    </DropdownMenu.Item>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <DropdownMenu.Label className="menu-label">{children}</DropdownMenu.Label>;
}

export function MenuSeparator() {
  return <DropdownMenu.Separator className="menu-line" />;
}

interface MenuSwatchesProps<C extends string> {
  readonly label: string;
  readonly colours: readonly C[];
  readonly names: Readonly<Record<C, string>>;
  readonly value: C | null;
  readonly onChoose: (colour: C) => void;
}

/** The hues in one row; arrow keys go through them as through items. */
export function MenuSwatches<C extends string>(props: MenuSwatchesProps<C>) {
  return (
    <DropdownMenu.RadioGroup
      className="menu-swatches"
      aria-label={props.label}
      value={props.value ?? ''}
    >
      {props.colours.map((colour) => (
        <DropdownMenu.RadioItem
          key={colour}
          value={colour}
          className="menu-swatch"
          data-colour={colour}
          aria-label={props.names[colour]}
          title={props.names[colour]}
          textValue={props.names[colour]}
          onSelect={() => props.onChoose(colour)}
        />
      ))}
    </DropdownMenu.RadioGroup>
  );
}

interface MenuChoicesProps {
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly name: string }[];
  readonly value: string | null;
  readonly onChoose: (value: string) => void;
}

/** Short choices in one row, such as digits; each is named in full for those who do not see it. */
export function MenuChoices({ label, choices, value, onChoose }: MenuChoicesProps) {
  return (
    <DropdownMenu.RadioGroup className="menu-swatches" aria-label={label} value={value ?? ''}>
      {choices.map((choice) => (
        <DropdownMenu.RadioItem
          key={choice.value}
          value={choice.value}
          className="menu-choice"
          aria-label={choice.name}
          title={choice.name}
          textValue={choice.name}
          onSelect={() => onChoose(choice.value)}
        >
          {choice.value}
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}

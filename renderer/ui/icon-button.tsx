import type { ComponentProps } from 'react';
import type { LucideIcon } from 'lucide-react';
import { Icon } from './icon.tsx';
import { Tooltip } from './tooltip.tsx';
import './button.css';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  readonly label: string;
  readonly icon?: LucideIcon;
  /** A sign of letters in place of an icon. */
  readonly letters?: string;
  readonly shortcut?: string | null;
  readonly size?: 'normal' | 'small';
}

/** A button that shows an icon, says its name and has a tooltip with its key. */
export function IconButton({
  label,
  icon,
  letters,
  shortcut = null,
  size = 'normal',
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip label={label} shortcut={shortcut}>
      <button
        type="button"
        aria-label={label}
        className={`icon-button icon-button-${size} ${className ?? ''}`}
        {...rest}
      >
        {icon !== undefined && <Icon of={icon} />}
        {letters !== undefined && <span className="icon-button-letters">{letters}</span>}
      </button>
    </Tooltip>
  );
}

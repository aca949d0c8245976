import { useContext, type ReactElement } from 'react';
import { Tooltip as Primitive } from 'radix-ui';
import { Kbd } from './kbd.tsx';
import { PortalContext } from './portal.ts';
import './tooltip.css';

interface TooltipProps {
  readonly label: string;
  readonly shortcut?: string | null | undefined;
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
  readonly children: ReactElement;
}

/** What a control does and the key for it. The control has its own name, so this is for eyes alone. */
export function Tooltip({ label, shortcut = null, side = 'bottom', children }: TooltipProps) {
  const container = useContext(PortalContext);
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{children}</Primitive.Trigger>
      <Primitive.Portal container={container}>
        <Primitive.Content className="tooltip" side={side} sideOffset={6} collisionPadding={8}>
          <span dir="auto">{label}</span>
          {shortcut !== null && <Kbd>{shortcut}</Kbd>}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

export const TooltipProvider = Primitive.Provider;

import type { ComponentProps } from 'react';
import './button.css';

interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: 'plain' | 'quiet' | 'accent' | 'danger';
}

export function Button({ look = 'plain', className, ...rest }: ButtonProps) {
  return <button type="button" className={`button button-${look} ${className ?? ''}`} {...rest} />;
}

import type { LucideIcon } from 'lucide-react';

/** An icon in the size and stroke of the interface; it says nothing by itself, so its button has a name. */
export function Icon({ of: Drawing, className }: { of: LucideIcon; className?: string }) {
  return <Drawing size={16} strokeWidth={1.6} aria-hidden className={className} />;
}

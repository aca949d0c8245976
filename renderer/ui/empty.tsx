import type { ReactNode } from 'react';
import './empty.css';

/** What stands where nothing is yet: what it is, and one gesture that fills it. */
export function Empty({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <div className="empty">
      {title !== undefined && <p className="empty-title">{title}</p>}
      <div className="empty-hint">{children}</div>
    </div>
  );
}

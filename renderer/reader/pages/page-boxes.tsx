import { memo, type CSSProperties } from 'react';
import type { PageInfo } from '../../../core/contract.ts';
import { pageMessages } from '../../../core/messages/en/pages.ts';

/**
 * An empty box for each page, of its exact size: text, links and picture are put in by hand where they are near the
 * viewport. React draws them once.
 */
export const PageBoxes = memo(function PageBoxes({ pages }: { pages: readonly PageInfo[] }) {
  return pages.map((page, index) => (
    <div
      // Pages never change their order.
      key={index}
      className="paper"
      role="group"
      aria-label={pageMessages.page(page.label)}
      data-section={index}
      data-testid="paper"
      style={{ '--w': page.width, '--h': page.height } as CSSProperties}
    >
      <div className="paper-layer paper-links" />
      <div className="paper-layer paper-text" />
    </div>
  ));
});

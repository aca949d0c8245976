import type { MouseEvent } from 'react';
import type { Annotation } from '../../core/model/annotation.ts';
import { sidebarMessages } from '../../core/messages/en/sidebar.ts';
import type { Box } from '../ui/place-near.ts';
import type { RovingProps } from '../ui/roving-list.tsx';
import { MarkCard } from './mark-card.tsx';
import type { MarkItem } from './mark-items.ts';

interface MarkRowProps {
  readonly item: MarkItem;
  readonly roving: RovingProps;
  readonly onMenu: (mark: Annotation, at: Box) => void;
  readonly onChoose: (event: MouseEvent, mark: Annotation, index: number) => boolean;
}

/** One row of the marks pane. */
export function MarkRow({ item, roving, onMenu, onChoose }: MarkRowProps) {
  if (item.kind === 'mark') {
    return <MarkCard mark={item.mark} roving={roving} onMenu={onMenu} onChoose={onChoose} />;
  }
  if (item.kind === 'title') {
    return (
      <div role="listitem" className="mark-title">
        <h2 dir="auto">{item.title}</h2>
        <span>{item.count}</span>
      </div>
    );
  }
  return (
    <div className="mark-slot" role="listitem">
      <div className="mark-card mark-waiting" {...roving}>
        {sidebarMessages.waiting}
      </div>
    </div>
  );
}

import { X } from 'lucide-react';
import type { Annotation, MarkLink } from '../../core/model/annotation.ts';
import { linkMessages } from '../../core/messages/en/links.ts';
import { useActions, useApp } from '../state/context.ts';
import { Icon } from '../ui/icon.tsx';

/** A link as one of its two marks shows it. */
interface Shown {
  /** The mark that has the link. */
  readonly from: Annotation;
  readonly link: MarkLink;
  readonly other: Annotation;
  readonly words: string;
}

/** The marks that a mark is linked with, in either direction. One whose other end is gone is kept, and not shown. */
export function MarkLinks({ mark }: { mark: Annotation }) {
  const actions = useActions();
  const linkers = useApp(({ marks }) => marks.linkersOf(mark.id));
  const linked = useApp((state) => state.linked);
  const marks = useApp((state) => state.marks);
  const links = mark.links ?? [];
  if (links.length === 0 && linkers.length === 0 && linked.size === 0) return null;

  const out = links.flatMap((link): Shown | [] => {
    const other = marks.get(link.to) ?? linked.get(link.to);
    return other === undefined
      ? []
      : { from: mark, link, other, words: linkMessages.out(link.kind) };
  });
  const elsewhere = [...linked.values()].filter(({ id }) => marks.get(id) === undefined);
  const back = [...linkers, ...elsewhere].flatMap((other) =>
    (other.links ?? [])
      .filter(({ to }) => to === mark.id)
      .map((link): Shown => ({ from: other, link, other, words: linkMessages.back(link.kind) })),
  );
  const shown = [...out, ...back];
  if (shown.length === 0) return null;
  return (
    <ul className="mark-links">
      {shown.map(({ from, link, other, words }) => {
        const { quote } = other.selector;
        return (
          <li key={`${from.id} ${link.to} ${link.kind}`} data-testid="mark-link">
            <button
              type="button"
              className="mark-link"
              title={quote.length > 40 ? quote.slice(0, 400) : undefined}
              onClick={() => void actions.showMark(other)}
            >
              <span className="mark-link-kind">{words}</span> <span dir="auto">{quote}</span>
              <span className="sr-only">. {linkMessages.follow}</span>
            </button>
            <button
              type="button"
              className="mark-link-x"
              aria-label={linkMessages.remove(words, quote)}
              onClick={() => actions.unlinkMarks(from, link)}
            >
              <Icon of={X} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

import Markdown from 'react-markdown';
import { findTag } from '../../core/text/tag-path.ts';
import { useApp } from '../state/context.ts';
import { Chip } from '../ui/chip.tsx';
import { noteTagNodes } from './note-tag-nodes.ts';

/** A note as its Markdown means it: no HTML, no images, and links that lead nowhere by a plain click. */
export function NoteText({ note }: { note: string }) {
  return (
    <Markdown
      skipHtml
      disallowedElements={['img']}
      remarkPlugins={[noteTagNodes]}
      components={{
        a: ({ href, children }) => (
          <a role="link" tabIndex={0} data-href={href} title={href}>
            {children}
          </a>
        ),
        data: ({ children }) => <NoteTag words={typeof children === 'string' ? children : ''} />,
      }}
    >
      {note}
    </Markdown>
  );
}

/** A tag that the note names, in its hue. */
function NoteTag({ words }: { words: string }) {
  const colour = useApp(({ tags }) => {
    const tag = findTag([...tags.values()], words.slice(1));
    return tag === null || tag === 'ambiguous' ? '' : tag.colour;
  });
  return <Chip name={words} colour={colour} />;
}

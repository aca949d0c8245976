import Markdown from 'react-markdown';

/** A note as its Markdown means it: no HTML, no images, and links that lead nowhere by a plain click. */
export function NoteText({ note }: { note: string }) {
  return (
    <Markdown
      skipHtml
      disallowedElements={['img']}
      components={{
        a: ({ href, children }) => (
          <a role="link" tabIndex={0} data-href={href} title={href}>
            {children}
          </a>
        ),
      }}
    >
      {note}
    </Markdown>
  );
}

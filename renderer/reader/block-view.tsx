import { assertNever } from '../../core/assert-never.ts';
import { readerMessages } from '../../core/messages/en/reader.ts';
import type { Block, TableCell } from '../../core/model/block.ts';
import { InlineText } from './inline-text.tsx';

/** The section's text and the offset where it starts. */
export interface SectionText {
  readonly text: string;
  readonly start: number;
}

interface BlockProps {
  readonly block: Block;
  readonly source: SectionText;
}

/** One block. Elements with `data-start` are the leaves that points.ts counts in: nothing but canonical text in them. */
export function BlockView({ block, source }: BlockProps) {
  const leaf = leafProps(block);
  const text = sliceOf(block, source);
  switch (block.kind) {
    case 'heading': {
      const Heading = headings[block.level - 1] ?? 'h6';
      return (
        <Heading {...leaf}>
          <InlineText text={text} start={block.start} inlines={block.inlines} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p {...leaf} data-lines={/[\n\t]|^ | {2}/.test(text) || undefined}>
          <InlineText text={text} start={block.start} inlines={block.inlines} />
        </p>
      );
    case 'code':
      return (
        <pre tabIndex={0} aria-label={readerMessages.code(block.language)} role="group">
          <code data-start={block.start} data-end={block.end} dir="ltr" translate="no">
            {text}
          </code>
        </pre>
      );
    case 'table':
      return <TableView rows={block.rows} source={source} />;
    case 'rule':
      return <hr />;
    case 'image':
      return (
        <figure aria-label={readerMessages.image}>
          <span {...leaf}>{text}</span>
        </figure>
      );
    default:
      return assertNever(block);
  }
}

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

function TableView({
  rows,
  source,
}: {
  rows: readonly (readonly TableCell[])[];
  source: SectionText;
}) {
  return (
    <div className="table-box" role="group" aria-label={readerMessages.table} tabIndex={0}>
      <table>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row[0]?.start ?? `row-${index}`}>
              {row.map((cell) => {
                const Cell = cell.header ? 'th' : 'td';
                return (
                  <Cell key={cell.start} {...leafProps(cell)}>
                    <InlineText
                      text={sliceOf(cell, source)}
                      start={cell.start}
                      inlines={cell.inlines}
                    />
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function leafProps({ start, end }: { readonly start: number; readonly end: number }) {
  return { 'data-start': start, 'data-end': end, dir: 'auto' } as const;
}

function sliceOf(
  { start, end }: { readonly start: number; readonly end: number },
  source: SectionText,
): string {
  return source.text.slice(start - source.start, end - source.start);
}

import { useState } from 'react';
import { readerMessages } from '../../core/messages/en/reader.ts';
import { sourceNotice } from '../../core/messages/en/source-notices.ts';
import type { Block } from '../../core/model/block.ts';
import type { OpenDocument } from '../state/open-document.ts';
import { useActions } from '../state/context.ts';
import { Button } from '../ui/button.tsx';
import { pictureAddress } from './draw-picture.ts';
import { SourceMarksOffer } from './source-marks-offer.tsx';

/** How the source was taken, and the marks that it holds; above the first page too. */
export function SourceFacts({ document }: { document: OpenDocument }) {
  return (
    <>
      {document.notices.length > 0 && (
        <ul className="source-notices" aria-label={readerMessages.sourceNotices}>
          {document.notices.map((notice) => (
            <li key={notice.kind}>{sourceNotice(notice)}</li>
          ))}
        </ul>
      )}
      <SourceMarksOffer document={document} />
    </>
  );
}

/** What stands above the text and is no part of it: title, byline, details, and how much of a web page is shown. */
export function DocumentHead({ document }: { document: OpenDocument }) {
  const { entry, details } = document;
  const { openVariant } = useActions();
  const byline = [details.author, details.site, readableDate(details.date)].filter(
    (item) => item !== null,
  );
  const other = entry.variant === 'page' ? 'article' : 'page';
  return (
    <header className="document-head" data-title={startsWithTitle(document) ? 'in-text' : 'own'}>
      <Cover document={document} />
      {!startsWithTitle(document) && <h1 dir="auto">{entry.title}</h1>}
      {(byline.length > 0 || entry.format === 'html') && (
        <div className="byline">
          {byline.map((item) => (
            <span key={item} dir="auto">
              {item}
            </span>
          ))}
          {entry.format === 'html' && (
            <Button look="quiet" onClick={() => void openVariant(entry.id, other)}>
              {readerMessages.variants[other]}
            </Button>
          )}
        </div>
      )}
      <SourceFacts document={document} />
      {details.more.length > 0 && (
        <details className="details">
          <summary>{readerMessages.details}</summary>
          <dl>
            {details.more.map(({ name, value }, index) => (
              <div key={`${name}-${index}`}>
                <dt dir="auto">{name}</dt>
                <dd dir="auto">{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </header>
  );
}

/** Small, beside title and byline; not where the text itself begins with it. */
function Cover({ document: { entry, cover, loaded } }: { document: OpenDocument }) {
  const [broken, setBroken] = useState(false);
  if (cover === null || broken) return null;
  const first = loaded.get(0)?.blocks.slice(0, 3) ?? [];
  if (first.some((block) => showsPicture(block, cover))) return null;
  return (
    <img
      className="cover"
      src={pictureAddress(entry.id, cover)}
      alt={readerMessages.cover}
      decoding="async"
      draggable={false}
      onError={() => setBroken(true)}
    />
  );
}

function showsPicture(block: Block, file: string): boolean {
  if (block.kind === 'image') return block.picture?.file === file;
  if (block.kind !== 'paragraph') return false;
  return block.inlines.some((inline) => inline.kind === 'picture' && inline.picture.file === file);
}

/** The title is not said twice where the text itself starts with it. */
function startsWithTitle({ entry, outline, loaded }: OpenDocument): boolean {
  const first = loaded.get(0)?.blocks.find((block) => block.kind !== 'rule');
  const heading = outline[0];
  if (heading?.level !== 1 || (first !== undefined && first.start !== heading.start)) return false;
  return heading.start < 3 && normal(heading.text) === normal(entry.title);
}

function normal(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLocaleLowerCase();
}

/** A date that machines wrote in words; one that people wrote stays as it is. */
function readableDate(date: string | null): string | null {
  if (date === null) return null;
  const machine = /^(\d{4})-(\d{2})-(\d{2})/.exec(date);
  if (machine === null) return date;
  const time = Date.UTC(Number(machine[1]), Number(machine[2]) - 1, Number(machine[3]));
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(time);
}

import type { DocumentEntry, ReadingPlace } from '../../core/model/document.ts';
import { libraryMessages } from '../../core/messages/en/library.ts';

type Places = Readonly<Record<string, ReadingPlace>>;

const wordsPerMinute = 240;
const readThrough = 0.985;

/** The texts of the library, newest read first; one that was never read counts by the day it came. */
export function readingOrder(
  documents: readonly DocumentEntry[],
  places: Places,
): readonly DocumentEntry[] {
  const when = ({ id, added }: DocumentEntry): string => places[id]?.opened ?? added;
  return documents
    .filter(({ removed }) => removed === null)
    .toSorted((a, b) => (when(a) < when(b) ? 1 : when(a) > when(b) ? -1 : 0));
}

/** "Web page, 4 minutes left", and whether the reader wrote a memo on it. */
export function kindLine(entry: DocumentEntry, progress: number): string {
  const line = `${libraryMessages.format(entry.format)}, ${left(entry.words, progress)}`;
  return entry.memo === undefined ? line : libraryMessages.withMemo(line);
}

function left(words: number, progress: number): string {
  if (progress >= readThrough) return libraryMessages.finished;
  const minutes = Math.max(1, Math.round((words * (1 - progress)) / wordsPerMinute));
  return minutes < 100
    ? libraryMessages.minutesLeft(minutes)
    : libraryMessages.hoursLeft(Math.round(minutes / 60));
}

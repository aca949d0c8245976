import { parsePlaceLink } from '../../core/exchange/place-link.ts';
import { shellMessages as messages } from '../../core/messages/en/shell.ts';
import type { Services } from '../services.ts';

/** Shows the place that a `commonplace://` link names. It comes from anywhere: what the program would not have written is refused. */
export function openPlace(
  { library, emit, stamp }: Pick<Services, 'library' | 'emit' | 'stamp'>,
  link: string,
): void {
  const refuse = (message: string): void => {
    emit('notice.raised', { id: stamp.id(), tone: 'warning', message });
  };
  const place = parsePlaceLink(link);
  if (place === null) {
    refuse(messages.badPlace);
    return;
  }
  const entry = library.documents().find(({ id }) => id === place.document);
  if (entry === undefined) refuse(messages.placeElsewhere);
  else if (entry.removed !== null) refuse(messages.placeInBin(entry.title));
  else emit('place.asked', place);
}

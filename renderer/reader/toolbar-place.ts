interface Edges {
  readonly first: { readonly left: number; readonly top: number };
  readonly last: { readonly bottom: number };
}
interface Size {
  readonly width: number;
  readonly height: number;
}
interface Room {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const gap = 8;
const edge = 8;

/**
 * Where a toolbar stands: above the passage, below it where there is no room, inside `room` always. A passage taller
 * than the room leaves neither: then it lies at the top, or is null where it `mustNotCover`. Also null off screen.
 */
export function placeToolbar(
  { first, last }: Edges,
  size: Size,
  room: Room,
  mustNotCover: boolean,
): { readonly left: number; readonly top: number } | null {
  if (last.bottom < room.top || first.top > room.bottom) return null;
  const left = Math.max(room.left + edge, Math.min(first.left - 4, room.right - size.width - edge));
  const above = first.top - gap - size.height;
  if (above >= room.top + edge)
    return { left, top: Math.min(above, room.bottom - size.height - edge) };
  const below = last.bottom + gap;
  if (below + size.height <= room.bottom - edge) return { left, top: below };
  return mustNotCover ? null : { left, top: room.top + edge };
}

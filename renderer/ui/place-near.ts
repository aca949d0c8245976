export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const gap = 6;
const edge = 8;

/** Where a floating card stands: below its anchor, above it where there is more room, always inside the window. */
export function placeNear(
  anchor: Box,
  size: { readonly width: number; readonly height: number },
  room: { readonly width: number; readonly height: number },
): { readonly x: number; readonly y: number } {
  const below = anchor.y + anchor.height + gap;
  const above = anchor.y - gap - size.height;
  const fits = below + size.height <= room.height - edge;
  const y = fits || above < edge ? below : above;
  return {
    x: clamp(anchor.x, edge, room.width - size.width - edge),
    y: clamp(y, edge, room.height - size.height - edge),
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

/** How the window was left; main/window-state.ts has its schema, which the first moments of a start do without. */
export interface WindowState {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
}

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const smallestWindow = { width: 720, height: 480 } as const;
const wished = { width: 1280, height: 860 } as const;

/**
 * Where the window opens: as it was left, cut to the screen that holds most of it. A screen that is gone since must not
 * keep the window out of sight, so it comes to the first of `screens` then. All in device-independent pixels.
 */
export function windowBounds(left: WindowState | null, screens: readonly Area[]): Area {
  const first = screens[0] ?? { x: 0, y: 0, ...wished };
  if (left === null) return centred(wished, first);
  const screen = screens.reduce<Area | null>(
    (best, area) => (shared(left, area) > (best === null ? 0 : shared(left, best)) ? area : best),
    null,
  );
  if (screen === null) return centred(left, first);
  const size = fitted(left, screen);
  return {
    ...size,
    x: Math.min(Math.max(left.x, screen.x), screen.x + screen.width - size.width),
    y: Math.min(Math.max(left.y, screen.y), screen.y + screen.height - size.height),
  };
}

type Size = Pick<Area, 'width' | 'height'>;

function fitted(size: Size, screen: Area): Size {
  const within = (wish: number, least: number, most: number) =>
    Math.min(Math.max(wish, least), Math.max(most, least));
  return {
    width: within(size.width, smallestWindow.width, screen.width),
    height: within(size.height, smallestWindow.height, screen.height),
  };
}

function centred(size: Size, screen: Area): Area {
  const { width, height } = fitted(size, screen);
  return {
    width,
    height,
    x: Math.round(screen.x + Math.max(0, screen.width - width) / 2),
    y: Math.round(screen.y + Math.max(0, screen.height - height) / 2),
  };
}

function shared(a: Area, b: Area): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

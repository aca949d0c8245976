import { describe, expect, it } from 'vitest';
import { placeNear } from '../../../renderer/ui/place-near.ts';

const room = { width: 1000, height: 700 };
const card = { width: 300, height: 200 };
const at = (x: number, y: number) => placeNear({ x, y, width: 80, height: 20 }, card, room);

describe('the place of a floating card', () => {
  it('is below its anchor', () => {
    expect(at(100, 100)).toEqual({ x: 100, y: 126 });
  });

  it('is above it where the window ends', () => {
    expect(at(100, 600)).toEqual({ x: 100, y: 394 });
  });

  it('is always inside the window', () => {
    expect(at(950, 100).x).toBe(692);
    expect(at(-40, 100).x).toBe(8);
    const tall = placeNear({ x: 0, y: 100, width: 1, height: 1 }, { width: 10, height: 690 }, room);
    expect(tall.y).toBeGreaterThanOrEqual(8);
  });
});

import { describe, expect, it } from 'vitest';
import { windowBounds } from '../../main/window-bounds.ts';

const screen = { x: 0, y: 24, width: 1600, height: 900 };
const second = { x: 1600, y: 0, width: 1280, height: 1024 };
const state = (x: number, y: number, width: number, height: number) => ({
  x,
  y,
  width,
  height,
  maximized: false,
});

describe('windowBounds', () => {
  it('opens in the middle of the screen at first, and fits a small one', () => {
    expect(windowBounds(null, [screen])).toEqual({ x: 160, y: 44, width: 1280, height: 860 });
    expect(windowBounds(null, [{ x: 0, y: 0, width: 1024, height: 700 }])).toEqual({
      x: 0,
      y: 0,
      width: 1024,
      height: 700,
    });
  });

  it('opens where it was left', () => {
    const left = state(1700, 100, 900, 700);
    expect(windowBounds(left, [screen, second])).toEqual({
      x: 1700,
      y: 100,
      width: 900,
      height: 700,
    });
  });

  it('comes back into sight when a screen is gone or smaller', () => {
    const { x, y } = windowBounds(state(1700, 100, 900, 700), [screen]);
    expect([x, y]).toEqual([350, 124]);
    expect(windowBounds(state(1400, 800, 900, 700), [screen])).toEqual({
      x: 700,
      y: 224,
      width: 900,
      height: 700,
    });
    expect(windowBounds(state(0, 24, 5000, 4000), [screen])).toEqual({ ...screen });
    expect(windowBounds(state(0, 24, 10, 10), [screen])).toMatchObject({ width: 720, height: 480 });
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SPACE_MILLISECONDS, spaceFrames } from '../../src/map/spaced-frames.ts';

/** As much of a map as its frames need. */
function fakeMap() {
  const listeners = new Map<string, () => void>();
  const state = { frames: 0, isMoving: false };
  const map = {
    triggerRepaint: () => {
      state.frames++;
    },
    isMoving: () => state.isMoving,
    on: (type: string, listener: () => void) => listeners.set(type, listener),
  };
  return { state, map, fire: (type: string) => listeners.get(type)?.() };
}

let isReading = true;
let scene: ReturnType<typeof fakeMap>;
beforeEach(() => {
  vi.useFakeTimers();
  isReading = true;
  scene = fakeMap();
  spaceFrames(scene.map as never, () => isReading);
});
afterEach(() => vi.useRealTimers());

describe('frames while data is being read', () => {
  it('begin with one at once, and join what is asked for soon after into one more', () => {
    scene.map.triggerRepaint();
    expect(scene.state.frames).toBe(1);
    scene.fire('render');
    scene.map.triggerRepaint();
    scene.map.triggerRepaint();
    expect(scene.state.frames).toBe(1);
    vi.advanceTimersByTime(SPACE_MILLISECONDS);
    expect(scene.state.frames).toBe(2);
  });

  it('come at once when somebody moves the map, and when all is read', () => {
    scene.fire('render');
    scene.state.isMoving = true;
    scene.map.triggerRepaint();
    expect(scene.state.frames).toBe(1);
    scene.state.isMoving = false;
    isReading = false;
    scene.map.triggerRepaint();
    expect(scene.state.frames).toBe(2);
  });

  it('end with the map', () => {
    scene.fire('render');
    scene.map.triggerRepaint();
    scene.fire('remove');
    vi.advanceTimersByTime(SPACE_MILLISECONDS);
    expect(scene.state.frames).toBe(0);
  });
});

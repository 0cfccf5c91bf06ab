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

let isReading: boolean;
let isHeld: boolean;
let draws: (() => void)[];
let scene: ReturnType<typeof fakeMap>;
/** The graphics are done with all they were given. */
async function finishDrawing(): Promise<void> {
  for (const done of draws.splice(0)) done();
  await vi.advanceTimersByTimeAsync(0);
}
beforeEach(() => {
  vi.useFakeTimers();
  isReading = true;
  isHeld = false;
  draws = [];
  scene = fakeMap();
  spaceFrames(scene.map as never, {
    isHeld: () => isHeld,
    isReading: () => isReading,
    drawn: () => new Promise((resolve) => draws.push(resolve)),
  });
});
afterEach(() => vi.useRealTimers());

describe('frames while data is being read', () => {
  it('begin with one at once, and join what is asked for soon after into one more', async () => {
    scene.map.triggerRepaint();
    expect(scene.state.frames).toBe(1);
    scene.fire('render');
    await finishDrawing();
    scene.map.triggerRepaint();
    scene.map.triggerRepaint();
    expect(scene.state.frames).toBe(1);
    await vi.advanceTimersByTimeAsync(SPACE_MILLISECONDS);
    expect(scene.state.frames).toBe(2);
  });

  it('come at once when somebody moves the map, and when all is read', async () => {
    scene.fire('render');
    await finishDrawing();
    scene.state.isMoving = true;
    scene.map.triggerRepaint();
    expect(scene.state.frames).toBe(1);
    scene.state.isMoving = false;
    scene.map.triggerRepaint();
    expect(scene.state.frames).toBe(1);
    isReading = false;
    scene.map.triggerRepaint();
    expect(scene.state.frames).toBe(2);
  });

  it('end with the map', async () => {
    scene.fire('render');
    await finishDrawing();
    scene.map.triggerRepaint();
    scene.fire('remove');
    await vi.advanceTimersByTimeAsync(SPACE_MILLISECONDS);
    expect(scene.state.frames).toBe(0);
  });
});

describe('frames of what is there', () => {
  beforeEach(() => {
    isReading = false;
  });

  it('begin only when the one before is drawn', async () => {
    scene.fire('render');
    scene.map.triggerRepaint();
    await vi.advanceTimersByTimeAsync(SPACE_MILLISECONDS);
    expect(scene.state.frames).toBe(0);
    await finishDrawing();
    expect(scene.state.frames).toBe(1);
  });

  it('come only when they are asked for', async () => {
    scene.fire('render');
    await finishDrawing();
    expect(scene.state.frames).toBe(0);
  });

  it('keep nobody waiting who moves the map or something on it', () => {
    scene.fire('render');
    scene.state.isMoving = true;
    scene.map.triggerRepaint();
    expect(scene.state.frames).toBe(1);
    scene.state.isMoving = false;
    isHeld = true;
    scene.map.triggerRepaint();
    expect(scene.state.frames).toBe(2);
  });

  it('end with the map', async () => {
    scene.fire('render');
    scene.map.triggerRepaint();
    scene.fire('remove');
    await finishDrawing();
    expect(scene.state.frames).toBe(0);
  });
});

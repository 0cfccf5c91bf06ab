import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HOLD_MILLISECONDS, SPACE_MILLISECONDS, type SpacedFrames, spaceFrames } from '../../src/map/spaced-frames.ts';

/** As much of a map as its frames need. */
function fakeMap() {
  const listeners = new Map<string, (event: object) => void>();
  const state = { frames: 0, isMoving: false };
  const map = {
    triggerRepaint: () => {
      state.frames++;
    },
    isMoving: () => state.isMoving,
    on: (type: string, listener: (event: object) => void) => listeners.set(type, listener),
  };
  return { state, map, fire: (type: string, event: object = {}) => listeners.get(type)?.(event) };
}

let isReading: boolean;
let isHeld: boolean;
let draws: (() => void)[];
let scene: ReturnType<typeof fakeMap>;
let frames: SpacedFrames;
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
  frames = spaceFrames(scene.map as never, {
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

describe('frames held back for figures', () => {
  beforeEach(() => {
    isReading = false;
  });

  it('come when the figures are there, once for all that was asked for', async () => {
    const release = frames.holdBack();
    scene.map.triggerRepaint();
    scene.state.isMoving = true;
    scene.map.triggerRepaint();
    expect(scene.state.frames).toBe(0);
    release();
    expect(scene.state.frames).toBe(1);
    await vi.advanceTimersByTimeAsync(HOLD_MILLISECONDS);
    expect(scene.state.frames).toBe(1);
  });

  it('come by themselves where the figures take long, and when the last of several holds ends', async () => {
    frames.holdBack();
    scene.map.triggerRepaint();
    await vi.advanceTimersByTimeAsync(HOLD_MILLISECONDS);
    expect(scene.state.frames).toBe(1);
    const [one, other] = [frames.holdBack(), frames.holdBack()];
    scene.map.triggerRepaint();
    one();
    expect(scene.state.frames).toBe(1);
    other();
    expect(scene.state.frames).toBe(2);
  });

  it('are none where none was asked for', async () => {
    frames.holdBack()();
    await vi.advanceTimersByTimeAsync(HOLD_MILLISECONDS);
    expect(scene.state.frames).toBe(0);
  });

  it('keep nobody waiting who moves the map by hand', () => {
    frames.holdBack();
    scene.fire('movestart', { originalEvent: {} });
    scene.map.triggerRepaint();
    expect(scene.state.frames).toBe(1);
    scene.fire('moveend');
    scene.map.triggerRepaint();
    expect(scene.state.frames).toBe(1);
    isHeld = true;
    scene.map.triggerRepaint();
    expect(scene.state.frames).toBe(2);
  });
});

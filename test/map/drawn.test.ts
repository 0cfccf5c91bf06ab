import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { drawn } from '../../src/map/webgl.ts';

/** A drawing surface whose graphics are done when `state.isDone` says so. */
function fakeSurface() {
  const state = { isDone: false, fences: 0 };
  const gl = {
    SYNC_GPU_COMMANDS_COMPLETE: 1,
    SYNC_STATUS: 2,
    SIGNALED: 3,
    UNSIGNALED: 4,
    fenceSync: () => ({ fence: ++state.fences }),
    flush: () => {},
    getSyncParameter: () => (state.isDone ? 3 : 4),
    deleteSync: () => void state.fences--,
  };
  return { state, canvas: { getContext: () => gl } as never };
}

/** Frames that the browser gave. */
let frames: (() => void)[];
beforeEach(() => {
  vi.useFakeTimers();
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});
async function nextFrame(): Promise<void> {
  for (const run of frames.splice(0)) run();
  await vi.advanceTimersByTimeAsync(0);
}

describe('what was drawn', () => {
  it('is done when the graphics say so and the browser has put two frames together', async () => {
    const { state, canvas } = fakeSurface();
    const done = vi.fn();
    void drawn(canvas).then(done);
    await vi.advanceTimersByTimeAsync(100);
    expect(frames).toHaveLength(0);
    state.isDone = true;
    await vi.advanceTimersByTimeAsync(100);
    await nextFrame();
    expect(done).not.toHaveBeenCalled();
    await nextFrame();
    expect(done).toHaveBeenCalledOnce();
    expect(state.fences).toBe(0);
  });

  it('is not waited for without end', async () => {
    const { canvas } = fakeSurface();
    const done = vi.fn();
    void drawn(canvas).then(done);
    await vi.advanceTimersByTimeAsync(10_000);
    await nextFrame();
    await nextFrame();
    expect(done).toHaveBeenCalledOnce();
  });

  it('is nothing where there are no graphics', async () => {
    await expect(drawn({ getContext: () => null } as never)).resolves.toBeUndefined();
  });
});

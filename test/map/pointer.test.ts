import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchPress } from '../../src/map/pointer.ts';

let page: EventTarget;
beforeEach(() => {
  page = new EventTarget();
  vi.stubGlobal('window', page);
});
afterEach(() => vi.unstubAllGlobals());

it('knows whether what was pressed is still down, wherever it is let go', () => {
  const element = new EventTarget();
  const isDown = watchPress(element as HTMLElement);
  expect(isDown()).toBe(false);
  page.dispatchEvent(new Event('pointerdown'));
  expect(isDown()).toBe(false);
  for (const end of ['pointerup', 'pointercancel']) {
    element.dispatchEvent(new Event('pointerdown'));
    expect(isDown()).toBe(true);
    page.dispatchEvent(new Event(end));
    expect(isDown()).toBe(false);
  }
});

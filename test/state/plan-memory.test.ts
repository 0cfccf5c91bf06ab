import { expect, it } from 'vitest';
import { createPlanMemory } from '../../src/state/plan-memory.ts';

function storageWith(items: Map<string, string>, refuse = false) {
  return () => ({
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (refuse) throw new Error('full');
      items.set(key, value);
    },
    removeItem: (key: string) => void items.delete(key),
  });
}

it('remembers the open plan of a city, its last file and places in the next session, and forgets them with the plan', () => {
  const items = new Map<string, string>();
  const memory = createPlanMemory(storageWith(items));
  memory.rememberOpen('musterstadt', 'p1');
  memory.rememberFolder('musterstadt', 'demo');
  memory.rememberFile('p1', { at: '2026-03-02T10:00:00Z', changes: 7 });
  memory.rememberPlaces('p1', { edition: '2026', places: { 'house h:1': { name: 'Kita', position: [9.1, 48.7] } } });
  const again = createPlanMemory(storageWith(items));
  expect([again.openPlan('musterstadt'), again.cityFolder('musterstadt')]).toEqual(['p1', 'demo']);
  expect(again.savedFile('p1')).toEqual({ at: '2026-03-02T10:00:00Z', changes: 7 });
  expect(again.places('p1')?.places['house h:1']?.name).toBe('Kita');
  again.forget('p1');
  expect([again.savedFile('p1'), again.places('p1')]).toEqual([null, null]);
});

it('holds out until the page is closed where nothing can be stored, and takes what it cannot read for nothing', () => {
  const memory = createPlanMemory(storageWith(new Map([['gemeinbedarf.plans.file.p2', '{']]), true));
  memory.rememberFile('p1', { at: '2026-03-02T10:00:00Z', changes: 1 });
  expect(memory.savedFile('p1')?.changes).toBe(1);
  expect([memory.savedFile('p2'), memory.cityFolder('berlin')]).toEqual([null, 'berlin']);
});

import { describe, expect, it } from 'vitest';
import { createChangedAllocation } from '../../../src/engine/location/changed-allocation.ts';
import { allocate } from '../../../src/engine/models/allocation.ts';
import { collectPairs } from '../../../src/engine/models/pairs.ts';
import type { ReachLists } from '../../../src/engine/reach/reach-lists.ts';
import { type Random, seededRandom } from '../../../src/shared/random.ts';

const LIMIT = 3000;

interface Row {
  readonly points: number[];
  readonly decimeters: number[];
}

function randomRow(random: Random, pointCount: number, coarse: boolean): Row {
  const points = Array.from({ length: pointCount }, (_, p) => p).filter(() => random.next() < 0.3);
  return { points, decimeters: points.map(() => (coarse ? random.below(6) * 500 : random.below(LIMIT + 1))) };
}

function listsOf(rows: readonly Row[]): ReachLists {
  const offsets = new Uint32Array(rows.length + 1);
  rows.forEach((row, i) => {
    offsets[i + 1] = offsets[i]! + row.points.length;
  });
  return {
    houseCount: rows.length,
    offsets,
    points: Uint32Array.from(rows.flatMap((row) => row.points)),
    decimeters: Uint32Array.from(rows.flatMap((row) => row.decimeters)),
  };
}

function servedBy(rows: readonly Row[], demand: Float64Array, capacity: readonly number[]): number {
  const pairs = collectPairs(listsOf(rows), Uint32Array.from(rows.keys()), LIMIT);
  return allocate(demand, Float64Array.from(capacity), pairs).served.reduce((sum, value) => sum + value, 0);
}

describe('a changed allocation', () => {
  it('has the gain of the full allocation for added, closed and enlarged houses, on 300 random towns', () => {
    const random = seededRandom(21);
    for (let round = 0; round < 300; round++) {
      const coarse = round % 2 === 0;
      const pointCount = 1 + random.below(60);
      const rows = Array.from({ length: 1 + random.below(12) }, () => randomRow(random, pointCount, coarse));
      const demand = Float64Array.from({ length: pointCount }, () => (random.next() < 0.2 ? 0 : random.between(0, 9)));
      const capacity = rows.map(() => (random.next() < 0.2 ? 0 : random.between(0, 30)));
      const pairs = collectPairs(listsOf(rows), Uint32Array.from(rows.keys()), LIMIT);
      const base = allocate(demand, Float64Array.from(capacity), pairs);
      const before = base.served.reduce((sum, value) => sum + value, 0);
      const changed = createChangedAllocation(
        { demand, capacity: Float64Array.from(capacity), pairs, allocation: base },
        3,
      );
      // The same object answers several questions in a row: nothing of one may leak into the next.
      for (let question = 0; question < 3; question++) {
        const added = randomRow(random, pointCount, coarse);
        const places = random.between(0, 40);
        const reach = { points: Uint32Array.from(added.points), decimeters: Uint32Array.from(added.decimeters) };
        expect(changed.gain({ added: [{ reach, capacity: places }] })).toBeCloseTo(
          servedBy([...rows, added], demand, [...capacity, places]) - before,
          5,
        );
        const more = [0, 1, 2].map(() => ({
          row: randomRow(random, pointCount, coarse),
          places: random.between(0, 25),
        }));
        const added3 = more.map(({ row, places: capacity }) => ({
          reach: { points: Uint32Array.from(row.points), decimeters: Uint32Array.from(row.decimeters) },
          capacity,
        }));
        let seen = 0;
        const gain3 = changed.gain({ added: added3 }, (_, difference) => {
          seen += difference;
        });
        expect(gain3).toBeCloseTo(
          servedBy([...rows, ...more.map(({ row }) => row)], demand, [...capacity, ...more.map((m) => m.places)]) -
            before,
          5,
        );
        expect(seen).toBeCloseTo(gain3, 9);
        const house = random.below(rows.length);
        for (const newCapacity of [0, capacity[house]! + 7.5]) {
          const after = capacity.map((value, h) => (h === house ? newCapacity : value));
          expect(changed.gain({ resized: [{ house, capacity: newCapacity }] })).toBeCloseTo(
            servedBy(rows, demand, after) - before,
            5,
          );
        }
      }
    }
  });

  it('sees that a new house frees places elsewhere', () => {
    // House 0 with 10 places serves the near point (10); the far point (5) finds none. A house beside the near point takes its
    // children, and the far point moves up: 5 more are served, although the far point does not reach the new house.
    const rows = [{ points: [0, 1], decimeters: [500, 2500] }];
    const demand = Float64Array.of(10, 5);
    const pairs = collectPairs(listsOf(rows), Uint32Array.of(0), LIMIT);
    const capacity = Float64Array.of(10);
    const changed = createChangedAllocation({ demand, capacity, pairs, allocation: allocate(demand, capacity, pairs) });
    const reach = { points: Uint32Array.of(0), decimeters: Uint32Array.of(100) };
    expect(changed.gain({ added: [{ reach, capacity: 20 }] })).toBeCloseTo(5, 9);
  });
});
